package org.sonocert.payment.workflow;

import java.time.Instant;
import java.util.Map;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.StepContext;
import org.sonocert.enrolment.BusinessDays;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.refund.Refund.Return;
import org.sonocert.payment.refund.RefundFacts;
import org.sonocert.payment.refund.RefundLetters;
import org.sonocert.payment.refund.Refunds;
import org.springframework.stereotype.Component;

/** What the refund's diagram calls for the answer. */
@Component
class RefundSteps {
  private final Enrolments enrolments;
  private final Refunds refunds;
  private final RefundLetters letters;
  private final BusinessDays businessDays;
  private final ProcessSignals signals;
  private final ProgrammeClock clock;

  RefundSteps(
      Enrolments enrolments,
      Refunds refunds,
      RefundLetters letters,
      BusinessDays businessDays,
      ProcessSignals signals,
      ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.refunds = refunds;
    this.letters = letters;
    this.businessDays = businessDays;
    this.signals = signals;
    this.clock = clock;
  }

  @Step(
      label = "Gather refund facts",
      description =
          "Reads under the enrolment's lock what the table of the refund right asks for, so that the"
              + " assessment cannot be started before the answer.",
      writes = {
        "assessmentStarted",
        "windowOpen",
        "enrolmentRunning",
        "moneyToReturn",
        "refundAskedAt"
      })
  void gatherRefundFacts(StepContext step) {
    EnrolmentId id = step.enrolmentId();
    Enrolment enrolment = enrolments.lock(id);
    Instant now = clock.now();
    RefundFacts.of(enrolment, refunds.paid(id), now).named().forEach(step::set);
    step.set("refundAskedAt", now.toString());
  }

  @Step(
      label = "Record refund refused",
      description = "Keeps the refusal with the table's reason and writes to the candidate.",
      reads = {"reason", "refundAskedAt"})
  void recordRefundRefused(StepContext step) {
    Enrolment enrolment = enrolments.lock(step.enrolmentId());
    String reason = step.requiredText("reason");
    Refund refused = new Refund(enrolment.id(), askedAt(step), false, reason, step.release(), null);
    refunds.answer(refused);
    letters.answered(refused, enrolment);
  }

  @Step(
      label = "Record refund granted",
      description =
          "Keeps the answer with the day by which the money is back, ends the enrolment and writes"
              + " to the candidate, all at once.",
      reads = {"reason", "refundAskedAt", "moneyToReturn", "returnWithinDays"},
      writes = "refundDueAt")
  void recordRefundGranted(StepContext step) {
    Enrolment enrolment = enrolments.lock(step.enrolmentId());
    Instant asked = askedAt(step);
    String reason = step.requiredText("reason");
    Return back = step.flag("moneyToReturn") ? promise(step, asked) : null;
    Refund granted = new Refund(enrolment.id(), asked, true, reason, step.release(), back);
    refunds.answer(granted);
    letters.answered(granted, enrolment);
    enrolments.end(
        enrolment.id(),
        back == null ? EnrolmentState.CANCELLED : EnrolmentState.REFUNDED,
        asked,
        reason);
  }

  /** One instant counts for the facts, the answer and the promise. */
  private static Instant askedAt(StepContext step) {
    return Instant.parse(step.requiredText("refundAskedAt"));
  }

  private Return promise(StepContext step, Instant asked) {
    Instant due = businessDays.after(asked, ReturnSteps.days(step, "returnWithinDays"));
    step.set("refundDueAt", due.toString());
    return new Return(refunds.paid(step.enrolmentId()).orElseThrow(), due, null, null);
  }

  @Step(
      label = "Stop the work",
      description = "Tells the enrolment's trunk that it is cancelled, which ends all open work.")
  void stopWork(StepContext step) {
    EnrolmentId id = step.enrolmentId();
    enrolments.lock(id);
    if (!signals.signal(id, "Message_EnrolmentCancelled", Map.of())) {
      throw new IllegalStateException("No trunk of enrolment " + id + " can be cancelled");
    }
  }
}
