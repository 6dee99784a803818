package org.sonocert.ends;

import static org.sonocert.enrolment.EnrolmentState.CANCELLED;
import static org.sonocert.enrolment.EnrolmentState.REFUNDED;
import static org.sonocert.enrolment.EnrolmentState.WINDOW_ENDED;

import java.util.stream.Stream;

/** The ends of enrolments whose candidates asked to cancel. */
final class RefundEndings {
  private static final String CANCELLED_AT = "clinical-certificate Activity_CancelEnrolment";
  private static final String PAID = "candidate purchase-confirmed";
  private static final String IN_TIME =
      "You have not started the assessment and your window is open";

  private RefundEndings() {}

  static Stream<Ending> all() {
    return Stream.of(moneyReturned(), withoutMoney(), byHand(), refused());
  }

  private static Ending moneyReturned() {
    return Ending.of(
            "cancelled, money returned",
            REFUNDED,
            CANCELLED_AT,
            road -> road.bought().named().cancelled())
        .because(IN_TIME + ", so the full price goes back to you.")
        .results("refund granted, release 1: " + IN_TIME)
        .evaluators("first released", "second released")
        .mails(
            PAID,
            "first evaluator-invitation",
            "second evaluator-invitation",
            "candidate refund-granted",
            "candidate refund-returned",
            "first evaluator-released",
            "second evaluator-released")
        .past("Cancelled", "EnrolmentPaid", "EvaluatorsNamed", "MoneyReturned");
  }

  private static Ending withoutMoney() {
    return Ending.of(
            "cancelled without money",
            CANCELLED,
            CANCELLED_AT,
            road -> road.boughtElsewhere("code").cancelled())
        .because("No money was paid by you, so none goes back.")
        .results("refund granted, release 1: " + IN_TIME)
        .mails(PAID, "candidate enrolment-cancelled")
        .past("Cancelled", "EnrolmentPaid", "CancelledWithoutMoney");
  }

  private static Ending byHand() {
    return Ending.of(
            "cancelled, money returned by hand",
            REFUNDED,
            CANCELLED_AT,
            road -> road.boughtElsewhere("closed-bank").cancelled().paidBackByHand())
        .because(IN_TIME)
        .results("refund granted, release 1: " + IN_TIME)
        .mails(PAID, "candidate refund-granted", "candidate refund-returned")
        .past("Cancelled", "EnrolmentPaid", "MoneyReturnedByHand");
  }

  private static Ending refused() {
    return Ending.of(
            "refund refused after the start, window ended",
            WINDOW_ENDED,
            "clinical-certificate EndEvent_WindowEnded",
            road -> road.bought().cancelledTooLate().days(91))
        .because("The window ended before all was in.")
        .results("refund refused, release 1: You have started the assessment")
        .mails(
            PAID,
            "candidate refund-refused",
            "candidate window-reminder ×5",
            "candidate window-ended")
        .past("EnrolmentPaid", "RefundRefused", "WindowClosed");
  }
}
