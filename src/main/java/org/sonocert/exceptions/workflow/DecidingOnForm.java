package org.sonocert.exceptions.workflow;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sonocert.core.Gives;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.exceptions.DecidingExceptions;
import org.springframework.stereotype.Component;

/** Takes the form on which a second person decides about an exception. */
@Component
@Gives("exceptionGranted")
class DecidingOnForm implements AnswerHandler {
  private final DecidingExceptions deciding;

  DecidingOnForm(DecidingExceptions deciding) {
    this.deciding = deciding;
  }

  @Override
  public String formId() {
    return "decide-exception";
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    boolean granted = submission.yes("exceptionGranted");
    deciding.decide(
        Objects.requireNonNull(submission.person()),
        submission.enrolment(),
        UUID.fromString(Objects.requireNonNull(submission.subject())),
        granted,
        submission.text("exceptionReason"));
    return Map.of("exceptionGranted", granted);
  }
}
