package org.sonocert.support.workflow;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.support.SupportRequests;
import org.springframework.stereotype.Component;

/** Takes the form on which a member of staff answers a support request. */
@Component
class AnsweringRequests implements AnswerHandler {
  private final SupportRequests requests;
  private final ProgrammeClock clock;

  AnsweringRequests(SupportRequests requests, ProgrammeClock clock) {
    this.requests = requests;
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
    requests.answer(
        submission.enrolment(),
        UUID.fromString(Objects.requireNonNull(submission.subject())),
        submission.text("supportAnswer"),
        Objects.requireNonNull(submission.person()),
        clock.now());
    return Map.of();
  }
}
