package org.sonocert.assessment.workflow;

import java.util.Map;
import java.util.Objects;
import org.sonocert.assessment.FinishingSittings;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.springframework.stereotype.Component;

/** Takes the task "Sit the cases": its answers were given in the player, one by one. */
@Component
class SitCases implements AnswerHandler {
  private final FinishingSittings finishing;

  SitCases(FinishingSittings finishing) {
    this.finishing = finishing;
  }

  @Override
  public String formId() {
    return "sit-cases";
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    finishing.finish(Objects.requireNonNull(submission.person()), submission.enrolment());
    return Map.of();
  }
}
