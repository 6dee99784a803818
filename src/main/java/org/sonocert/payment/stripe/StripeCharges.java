package org.sonocert.payment.stripe;

import com.stripe.model.Charge.PaymentMethodDetails;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.payment.Charge;
import org.sonocert.payment.Charge.State;
import org.sonocert.payment.Money;

/** Reads what Stripe says of a charge. */
final class StripeCharges {
  private static final String DECLINED =
      "The card company declined this card. Nothing was charged.";

  private StripeCharges() {}

  /** The state of a session, which was read with its payment and its last charge. */
  static Charge of(Session session) {
    PaymentIntent payment = session.getPaymentIntentObject();
    if (payment != null && "succeeded".equals(payment.getStatus())) {
      return taken(payment);
    }
    Money price = money(session.getAmountTotal(), session.getCurrency());
    if ("expired".equals(session.getStatus())) {
      return new Charge(State.CANCELLED, price, "", null);
    }
    StripeError declined = payment == null ? null : payment.getLastPaymentError();
    return declined == null
        ? new Charge(State.WAITING, price, "", null)
        : new Charge(State.DECLINED, price, "", DECLINED);
  }

  private static Charge taken(PaymentIntent payment) {
    Money amount = money(payment.getAmountReceived(), payment.getCurrency());
    com.stripe.model.Charge charge = payment.getLatestChargeObject();
    if (charge == null) {
      return new Charge(State.SUCCEEDED, amount, "card", null);
    }
    boolean back = Boolean.TRUE.equals(charge.getRefunded());
    return new Charge(
        back ? State.GIVEN_BACK : State.SUCCEEDED,
        amount,
        instrument(charge.getPaymentMethodDetails()),
        null,
        at(charge.getCreated()));
  }

  private static String instrument(@Nullable PaymentMethodDetails details) {
    return details == null || details.getCard() == null || details.getCard().getLast4() == null
        ? "card"
        : "card ending in " + details.getCard().getLast4();
  }

  /** Stripe writes currencies in small letters. */
  static Money money(@Nullable Long cents, @Nullable String currency) {
    return new Money(cents == null ? 0 : cents, String.valueOf(currency).toUpperCase(Locale.ROOT));
  }

  /** Stripe's seconds. */
  static Instant at(Long seconds) {
    return Instant.ofEpochSecond(seconds);
  }

  /** Our attempt, if Stripe was told one of ours. */
  static Optional<UUID> intent(@Nullable Map<String, String> metadata) {
    return metadata == null ? Optional.empty() : intent(metadata.get(StripeCards.INTENT));
  }

  /** The same from its text. */
  static Optional<UUID> intent(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
