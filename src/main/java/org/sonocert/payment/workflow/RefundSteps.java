package org.sonocert.payment.workflow;

import java.time.Instant;
import java.util.Map;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.StepContext;
import org.sonocert.enrolment.BusinessDays;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.ReturnedMoney;
import org.sonocert.payment.refund.PaidMoney;
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
    letters.answered(refused);
  }

  @Step(
      label = "Record refund granted",
      description =
          "Keeps the answer with the day by which the money is back, ends the enrolment through its"
              + " trunk, orders the money back and writes to the candidate, all at once.",
      reads = {"reason", "moneyToReturn", "returnWithinDays", "byHandAfterDays"},
      writes = {"refundDueAt", "refundByHandAt"})
  void recordRefundGranted(StepContext step) {
    EnrolmentId id = step.enrolmentId();
    Instant now = clock.now();
    String reason = step.requiredText("reason");
    Return back = step.flag("moneyToReturn") ? orderReturn(step, now, reason) : null;
    Refund granted = new Refund(id, now, true, reason, step.release(), back);
    refunds.answer(granted);
    boolean told =
        signals.signal(
            id,
            "Message_EnrolmentCancelled",
            Map.of("moneyToReturn", back != null, "reason", reason));
    if (!told) {
      throw new IllegalStateException("No trunk of enrolment " + id + " can be cancelled");
    }
    letters.answered(granted);
  }

  private Return orderReturn(StepContext step, Instant now, String reason) {
    PaidMoney paid = refunds.paid(step.enrolmentId()).orElseThrow();
    Instant due = businessDays.after(now, days(step, "returnWithinDays"));
    Instant byHand = businessDays.after(now, days(step, "byHandAfterDays"));
    money.goesBack(paid.intent(), reason);
    step.set("refundDueAt", due.toString());
    step.set("refundByHandAt", byHand.toString());
    return new Return(paid, due, null, null);
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
