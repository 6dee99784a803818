package org.sonocert.payment.workflow;

import java.time.Instant;
import java.util.Objects;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.StepContext;
import org.sonocert.enrolment.BusinessDays;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.ReturnedMoney;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.refund.RefundLetters;
import org.sonocert.payment.refund.Refunds;
import org.springframework.stereotype.Component;

/** What the refund's diagram calls for the money's way back. */
@Component
class ReturnSteps {
  private final Enrolments enrolments;
  private final Refunds refunds;
  private final ReturnedMoney money;
  private final RefundLetters letters;
  private final BusinessDays businessDays;
  private final ProgrammeClock clock;

  ReturnSteps(
      Enrolments enrolments,
      Refunds refunds,
      ReturnedMoney money,
      RefundLetters letters,
      BusinessDays businessDays,
      ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.refunds = refunds;
    this.money = money;
    this.letters = letters;
    this.businessDays = businessDays;
    this.clock = clock;
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

  /** Business days as the table of the refund right gave them. */
  static int days(StepContext step, String name) {
    Number days = step.number(name);
    if (days == null) {
      throw new IllegalStateException("The table of the refund right gave no " + name);
    }
    return days.intValue();
  }
}
