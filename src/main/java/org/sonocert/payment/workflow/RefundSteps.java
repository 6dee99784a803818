package org.sonocert.payment.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.StepContext;
import org.sonocert.enrolment.BusinessDays;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.ReturnedMoney;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.refund.Refund.Return;
import org.sonocert.payment.refund.RefundFacts;
import org.sonocert.payment.refund.RefundLetters;
import org.sonocert.payment.refund.Refunds;
import org.springframework.stereotype.Component;

/** What the refund's diagram calls. */
@Component
class RefundSteps {
  private final Enrolments enrolments;
  private final Refunds refunds;
  private final ReturnedMoney money;
  private final RefundLetters letters;
  private final BusinessDays businessDays;
  private final ProcessSignals signals;
  private final ProgrammeClock clock;

  RefundSteps(
      Enrolments enrolments,
      Refunds refunds,
      ReturnedMoney money,
      RefundLetters letters,
      BusinessDays businessDays,
      ProcessSignals signals,
      ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.refunds = refunds;
    this.money = money;
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
      writes = {"assessmentStarted", "windowOpen", "enrolmentRunning", "moneyToReturn"})
  void gatherRefundFacts(StepContext step) {
    EnrolmentId id = step.enrolmentId();
    RefundFacts.of(enrolments.lock(id), refunds.paid(id), clock.now()).named().forEach(step::set);
  }

  @Step(
      label = "Record refund refused",
      description = "Keeps the refusal with the table's reason and writes to the candidate.",
      reads = "reason")
  void recordRefundRefused(StepContext step) {
    Refund refused =
        new Refund(
            step.enrolmentId(),
            clock.now(),
            false,
            step.requiredText("reason"),
            step.release(),
            null);
    refunds.answer(refused);
    letters.answered(refused, enrolments.lock(step.enrolmentId()));
  }

  @Step(
      label = "Record refund granted",
      description =
          "Keeps the answer with the day by which the money is back, ends the enrolment and writes"
              + " to the candidate, all at once.",
      reads = {"reason", "moneyToReturn", "returnWithinDays"},
      writes = "refundDueAt")
  void recordRefundGranted(StepContext step) {
    Enrolment enrolment = enrolments.lock(step.enrolmentId());
    Instant now = clock.now();
    String reason = step.requiredText("reason");
    Return back = step.flag("moneyToReturn") ? promise(step, now) : null;
    Refund granted = new Refund(enrolment.id(), now, true, reason, step.release(), back);
    refunds.answer(granted);
    letters.answered(granted, enrolment);
    enrolments.end(
        enrolment.id(),
        back == null ? EnrolmentState.CANCELLED : EnrolmentState.REFUNDED,
        now,
        reason);
  }

  private Return promise(StepContext step, Instant now) {
    Instant due = businessDays.after(now, days(step, "returnWithinDays"));
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

  @Step(
      label = "Order return",
      description =
          "Orders the money back at its provider, and works out from when on a person takes over.",
      reads = "byHandAfterDays",
      writes = "refundByHandAt")
  void orderReturn(StepContext step) {
    EnrolmentId id = step.enrolmentId();
    enrolments.lock(id);
    Refund refund = refunds.of(id).orElseThrow();
    money.goesBack(Objects.requireNonNull(refund.returned()).paid().intent(), refund.reason());
    Instant byHand = businessDays.after(refund.requestedAt(), days(step, "byHandAfterDays"));
    step.set("refundByHandAt", byHand.toString());
  }

  private static int days(StepContext step, String name) {
    Number days = step.number(name);
    if (days == null) {
      throw new IllegalStateException("The table of the refund right gave no " + name);
    }
    return days.intValue();
  }

  @Step(
      label = "Hand over refund",
      description = "From now on a person pays back and the provider is not told to any more.")
  void handOverRefund(StepContext step) {
    enrolments.lock(step.enrolmentId());
    refunds.handOver(step.enrolmentId(), clock.now());
  }

  @Step(
      label = "Record money returned",
      description = "Keeps when the money was returned and writes it to the candidate.")
  void recordMoneyReturned(StepContext step) {
    EnrolmentId id = step.enrolmentId();
    Instant now = clock.now();
    refunds.returned(id, now);
    letters.returned(refunds.of(id).orElseThrow(), now);
  }
}
