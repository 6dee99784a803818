package org.sonocert.payment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;

/** When a payment opens an enrolment, and when it goes back instead. */
final class PurchaseRule {
  private PurchaseRule() {}

  /** Why the money goes back, in words for the payer; empty when it opens the enrolment. */
  static Optional<String> returned(
      Enrolment enrolment, Intent intent, @Nullable Quote latest, Charge charge, Instant now) {
    if (enrolment.state() == EnrolmentState.ACTIVE) {
      return Optional.of("This enrolment was paid before.");
    }
    if (enrolment.state() != EnrolmentState.APPLYING) {
      return Optional.of("The application is over, so there is nothing to pay any more.");
    }
    if (latest == null || !latest.id().equals(intent.quote())) {
      return Optional.of("A newer quote has taken the place of the one that was paid.");
    }
    if (!latest.validAt(now)) {
      return Optional.of("The quote had run out before the payment was confirmed.");
    }
    if (!charge.amount().equals(latest.price())) {
      return Optional.of("The amount that was paid is not the amount of the quote.");
    }
    return Optional.empty();
  }
}
