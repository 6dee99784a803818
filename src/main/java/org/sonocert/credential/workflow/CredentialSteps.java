package org.sonocert.credential.workflow;

import org.sonocert.core.Step;
import org.sonocert.credential.AwardingCredentials;
import org.sonocert.engine.StepContext;
import org.springframework.stereotype.Component;

/** What the trunk calls when the standard is met. */
@Component
class CredentialSteps {
  private final AwardingCredentials awarding;

  CredentialSteps(AwardingCredentials awarding) {
    this.awarding = awarding;
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
}
