package org.sonocert.support.workflow;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Gives;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.support.SupportRequests;
import org.springframework.stereotype.Component;

/** Takes the form on which a member of staff answers a support request. */
@Component
@Gives("moreTimeAsked")
class AnsweringRequests implements AnswerHandler {
  private final SupportRequests requests;
  private final Enrolments enrolments;
  private final ProgrammeClock clock;

  AnsweringRequests(SupportRequests requests, Enrolments enrolments, ProgrammeClock clock) {
    this.requests = requests;
    this.enrolments = enrolments;
    this.clock = clock;
  }

  @Override
  public String formId() {
    return "answer-support-request";
  }

  @Override
  public boolean afterTheEnd() {
    return true;
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    EnrolmentId enrolment = submission.enrolment();
    UUID request = UUID.fromString(Objects.requireNonNull(submission.subject()));
    long days = submission.whole("moreDays");
    requests.answer(
        enrolment,
        request,
        submission.text("supportAnswer"),
        Objects.requireNonNull(submission.person()),
        clock.now());
    if (days > 0) {
      mustHaveWindow(enrolment);
      requests.askForDays(enrolment, request, days);
    }
    return Map.of("moreTimeAsked", days > 0);
  }

  private void mustHaveWindow(EnrolmentId enrolment) {
    if (!enrolments.get(enrolment).windowOpenAt(clock.now())) {
      throw new Rejected(
          Rejection.conflict(
              "no-window",
              "This enrolment has no open window, so no days can be asked for. Leave the days"
                  + " empty."));
    }
  }
}
