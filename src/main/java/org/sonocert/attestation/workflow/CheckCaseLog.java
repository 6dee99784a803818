package org.sonocert.attestation.workflow;

import java.util.Map;
import java.util.Objects;
import org.sonocert.attestation.AttestationAudit.Outcome;
import org.sonocert.attestation.AttestationAudits;
import org.sonocert.core.AccountId;
import org.sonocert.core.Gives;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Component;

/** Takes the form on which a member of staff says whether a log bears out what was attested. */
@Component
@Gives("logConfirmed")
class CheckCaseLog implements AnswerHandler {
  private final AttestationAudits audits;
  private final Enrolments enrolments;

  CheckCaseLog(AttestationAudits audits, Enrolments enrolments) {
    this.audits = audits;
    this.enrolments = enrolments;
  }

  @Override
  public String formId() {
    return "check-case-log";
  }

  @Override
  public boolean afterTheEnd() {
    return true;
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    Enrolment enrolment = enrolments.lock(submission.enrolment());
    AccountId staff = Objects.requireNonNull(submission.person());
    if (staff.equals(enrolment.candidate())) {
      throw new Rejected(
          Rejection.conflict("own-log", "This is your own log, so a colleague has to check it."));
    }
    boolean confirmed = submission.yes("logConfirmed");
    audits.decide(
        enrolment.id(),
        confirmed ? Outcome.CONFIRMED : Outcome.REFUTED,
        submission.text("logReason"),
        staff);
    return Map.of("logConfirmed", confirmed);
  }
}
