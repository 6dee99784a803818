package org.sonocert.support.workflow;

import java.time.Instant;
import java.util.UUID;
import org.sonocert.core.Step;
import org.sonocert.engine.StepContext;
import org.sonocert.support.SupportLetters;
import org.sonocert.support.SupportRequests;
import org.springframework.stereotype.Component;

/** What the diagram of a support request calls. */
@Component
class SupportSteps {
  private final SupportRequests requests;
  private final SupportLetters letters;
  private final WithdrawingEnrolments withdrawing;

  SupportSteps(
      SupportRequests requests, SupportLetters letters, WithdrawingEnrolments withdrawing) {
    this.requests = requests;
    this.letters = letters;
    this.withdrawing = withdrawing;
  }

  @Step(
      label = "Read the request",
      description = "Reads what a support request is about.",
      reads = "requestId",
      writes = "requestKind")
  void readRequest(StepContext step) {
    step.set("requestKind", requests.get(step.enrolmentId(), request(step)).kind().word());
  }

  @Step(
      label = "Record the death",
      description =
          "Ends all open enrolments of the person as withdrawn and stops every mail to them.")
  void recordDeath(StepContext step) {
    withdrawing.endAfterDeath(step.enrolmentId());
  }

  @Step(
      label = "Confirm the request",
      description = "Keeps by when the request is answered and writes it to the candidate.",
      reads = {"requestId", "dueAt"})
  void confirmRequest(StepContext step) {
    Instant due = Instant.parse(step.requiredText("dueAt"));
    letters.received(requests.promise(step.enrolmentId(), request(step), due));
  }

  @Step(
      label = "Send the answer",
      description = "Writes the answer of the staff to the candidate.",
      reads = "requestId")
  void sendAnswer(StepContext step) {
    letters.answered(requests.get(step.enrolmentId(), request(step)));
  }

  private static UUID request(StepContext step) {
    return UUID.fromString(step.requiredText("requestId"));
  }
}
