package org.sonocert.payment;

import java.time.Instant;
import java.util.Optional;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;

/** When a payment opens an enrolment, and when it goes back instead. */
final class PurchaseRule {
  private PurchaseRule() {}

  /**
   * Why the money goes back, in words for the payer; empty when it opens the enrolment. What counts
   * is whether the quote was valid when the money was taken, not when we heard of it.
   *
   * @param paid the quote that was paid; nobody can pay a newer one while it is valid
   */
  static Optional<String> returned(Enrolment enrolment, Quote paid, Charge charge, Instant now) {
    if (enrolment.state() == EnrolmentState.ACTIVE) {
      return Optional.of("This enrolment was paid before.");
    }
    if (enrolment.state() != EnrolmentState.APPLYING) {
      return Optional.of("The application is over, so there is nothing to pay any more.");
    }
    Instant taken = charge.paidAt() == null ? now : charge.paidAt();
    if (!paid.validAt(taken)) {
      return Optional.of("The quote had run out before the payment was made.");
    }
    if (!charge.amount().equals(paid.price())) {
      return Optional.of("The amount that was paid is not the amount of the quote.");
    }
    return Optional.empty();
  }
}
