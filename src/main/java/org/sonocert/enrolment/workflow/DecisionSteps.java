package org.sonocert.enrolment.workflow;

import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Step;
import org.sonocert.engine.StepContext;
import org.sonocert.enrolment.DecisionHolds;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Component;

/** What the trunk calls between the standard that is met and the award. */
@Component
class DecisionSteps {
  private final Enrolments enrolments;
  private final DecisionHolds holds;

  DecisionSteps(Enrolments enrolments, DecisionHolds holds) {
    this.enrolments = enrolments;
    this.holds = holds;
  }

  @Step(
      label = "Look for holds",
      description =
          "Says whether an open question holds the award; then the enrolment is being decided, and"
              + " its window cannot end it any more.",
      writes = {"decisionHeld"})
  void lookForHolds(StepContext step) {
    EnrolmentId id = step.enrolmentId();
    boolean held = !holds.openLocked(id).isEmpty();
    if (held) {
      enrolments.decide(id);
    }
    step.set("decisionHeld", held);
  }
}
