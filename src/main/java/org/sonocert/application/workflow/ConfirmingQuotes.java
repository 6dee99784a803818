package org.sonocert.application.workflow;

import java.util.Map;
import org.sonocert.application.TakingAnswers;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.Submission;
import org.springframework.stereotype.Component;

/**
 * Takes the form on which a candidate accepts price and rules. The application ran under the
 * release at its start; what is bought are the rules in force now, so it is judged by them once
 * more.
 */
@Component
class ConfirmingQuotes implements AnswerHandler {
  private final TakingAnswers taking;
  private final Eligibility eligibility;
  private final ReleaseView releases;
  private final ProgrammeClock clock;

  ConfirmingQuotes(
      TakingAnswers taking, Eligibility eligibility, ReleaseView releases, ProgrammeClock clock) {
    this.taking = taking;
    this.eligibility = eligibility;
    this.releases = releases;
    this.clock = clock;
  }

  @Override
  public String formId() {
    return "confirm-quote";
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    EnrolmentId enrolment = submission.enrolment();
    long inForce = releases.inForce(clock.now()).number();
    Eligibility.Verdict verdict = eligibility.again(enrolment, inForce);
    if (!verdict.eligible()) {
      throw new Rejected(Rejection.conflict("not-eligible-now", verdict.reason()));
    }
    taking.rules(
        enrolment,
        inForce,
        Answers.person(submission),
        "acceptRules",
        "acceptNoCredit",
        "acceptRefundRule");
    return Map.of();
  }
}
