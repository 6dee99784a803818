package org.sonocert.payment.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.StepContext;
import org.sonocert.enrolment.BusinessDays;
import org.sonocert.enrolment.DecisionHolds;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.HoldKind;
import org.sonocert.payment.DisputeSaid.Phase;
import org.sonocert.payment.dispute.CardDispute;
import org.sonocert.payment.dispute.CardDisputes;
import org.sonocert.payment.dispute.DisputeLetters;
import org.sonocert.payment.dispute.RecordingDisputes;
import org.springframework.stereotype.Component;

/** What the diagram of a card dispute calls. */
@Component
class DisputeSteps {
  private static final String REVERSED =
      "The card company gave the payment back to the holder of the card.";

  private final CardDisputes disputes;
  private final RecordingDisputes recording;
  private final Enrolments enrolments;
  private final DecisionHolds holds;
  private final DisputeLetters letters;
  private final BusinessDays businessDays;
  private final ProcessSignals signals;
  private final ProgrammeClock clock;

  DisputeSteps(
      CardDisputes disputes,
      RecordingDisputes recording,
      Enrolments enrolments,
      DecisionHolds holds,
      DisputeLetters letters,
      BusinessDays businessDays,
      ProcessSignals signals,
      ProgrammeClock clock) {
    this.disputes = disputes;
    this.recording = recording;
    this.enrolments = enrolments;
    this.holds = holds;
    this.letters = letters;
    this.businessDays = businessDays;
    this.signals = signals;
    this.clock = clock;
  }

  @Step(
      label = "Read the dispute",
      description =
          "Says what the card company decided, open while it did not, and whether the enrolment"
              + " that the payment opened has ended with a credential.",
      reads = "disputeId",
      writes = {"disputeState", "alreadyAwarded"})
  void readDispute(StepContext step) {
    Enrolment enrolment = enrolments.lock(step.enrolmentId());
    CardDispute dispute = dispute(step);
    boolean decided = dispute.phase().decided();
    if (decided) {
      disputes.followed(dispute, false);
    }
    step.set("disputeState", decided ? dispute.phase().word() : Phase.OPEN.word());
    step.set(
        "alreadyAwarded",
        enrolment.state() == EnrolmentState.CERTIFIED && recording.boughtWithIt(dispute));
  }

  @Step(
      label = "Hold the decision",
      description = "Holds the award of the enrolment that was opened with the disputed payment.",
      reads = "disputeId")
  void holdDecision(StepContext step) {
    CardDispute dispute = dispute(step);
    if (recording.boughtWithIt(dispute)) {
      holds.hold(step.enrolmentId(), HoldKind.CARD_DISPUTE, dispute.reference());
    }
  }

  @Step(
      label = "Plan the answer",
      description =
          "Works out by when staff answer: in the business days of the table, and never after the"
              + " last instant at which the card company takes evidence.",
      reads = {"disputeId", "businessDays"},
      writes = "dueAt")
  void planDisputeAnswer(StepContext step) {
    Number days = Objects.requireNonNull(step.number("businessDays"), "businessDays");
    Instant due = businessDays.after(clock.now(), days.intValue());
    Instant last = dispute(step).answerBy();
    step.set("dueAt", (last != null && last.isBefore(due) ? last : due).toString());
  }

  @Step(
      label = "Remind the managers",
      description = "Writes to the programme managers that nobody has answered a card company yet.",
      reads = "disputeId")
  void remindOfDispute(StepContext step) {
    letters.remind(dispute(step));
  }

  @Step(
      label = "Release the decision",
      description = "Ends the hold; an award that waited for it goes on.",
      reads = "disputeId")
  void releaseDecision(StepContext step) {
    release(step.enrolmentId(), dispute(step));
  }

  @Step(
      label = "Reverse the payment",
      description =
          "Ends the enrolment that was opened with the payment, unless it has ended, tells its"
              + " trunk and writes to the candidate.",
      reads = "disputeId")
  void reversePayment(StepContext step) {
    EnrolmentId id = step.enrolmentId();
    CardDispute dispute = dispute(step);
    if (recording.boughtWithIt(dispute) && !enrolments.lock(id).state().ended()) {
      enrolments.end(id, EnrolmentState.PAYMENT_REVERSED, clock.now(), REVERSED);
      letters.reversed(dispute);
      if (!signals.signal(id, "Message_PaymentReversed", Map.of())
          && !signals.signal(id, "Message_EnrolmentCancelled", Map.of())) {
        throw new IllegalStateException("No trunk of enrolment " + id + " can be ended");
      }
    }
    release(id, dispute);
  }

  private void release(EnrolmentId id, CardDispute dispute) {
    holds.release(id, HoldKind.CARD_DISPUTE, dispute.reference());
  }

  private CardDispute dispute(StepContext step) {
    return disputes.get(UUID.fromString(step.requiredText("disputeId")));
  }
}
