package org.sonocert.credential.workflow;

import org.sonocert.core.Step;
import org.sonocert.credential.AwardingCredentials;
import org.sonocert.credential.SuspendingCredentials;
import org.sonocert.engine.StepContext;
import org.springframework.stereotype.Component;

/** What diagrams call: the trunk when the standard is met, a dispute when it is decided. */
@Component
class CredentialSteps {
  private final AwardingCredentials awarding;
  private final SuspendingCredentials suspending;

  CredentialSteps(AwardingCredentials awarding, SuspendingCredentials suspending) {
    this.awarding = awarding;
    this.suspending = suspending;
  }

  @Step(
      label = "Issue credential",
      description =
          "Awards the credential with its serial, once, refuses when evidence is missing or late,"
              + " ends the enrolment as certified and writes to the holder.",
      reads = "reason")
  void issueCredential(StepContext step) {
    awarding.award(step.enrolmentId(), step.requiredText("reason"));
  }

  @Step(
      label = "Suspend the credential",
      description =
          "Suspends the credential at once for whoever verifies it, and writes to the holder.",
      reads = "disputeId")
  void suspendCredential(StepContext step) {
    suspending.suspend(step.enrolmentId(), step.requiredText("disputeId"));
  }

  @Step(
      label = "Reinstate the credential",
      description =
          "Makes a credential valid again that was suspended because of the same dispute, and writes"
              + " to the holder; another one stays as it is.",
      reads = "disputeId")
  void reinstateCredential(StepContext step) {
    suspending.reinstate(step.enrolmentId(), step.requiredText("disputeId"));
  }
}
