package org.sonocert.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.MachineClock;
import org.sonocert.payment.Money;
import org.sonocert.payment.events.EventReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells genuine messages of Stripe from others, and what they are about. */
@Component
@WithStripe
class StripeMessages implements EventReader {
  /** How old a signature may be; Stripe signs each delivery anew. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final StripeCalls stripe;
  private final String secret;
  private final MachineClock clock;
  private final JsonMapper json = JsonMapper.shared();

  StripeMessages(
      StripeCalls stripe,
      @Value("${sonocert.stripe.webhook-secret}") String secret,
      MachineClock clock) {
    this.stripe = stripe;
    this.secret = secret.strip();
    this.clock = clock;
  }

  /** The head of a genuine message. */
  record Head(String id, String type) {}

  /** The head of a message that Stripe signed a moment ago; empty when it did not. */
  Optional<Head> genuine(String body, @Nullable String signature) {
    try {
      Clock now = Clock.fixed(clock.now(), ZoneOffset.UTC);
      if (signature == null
          || !Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE.toSeconds(), now)) {
        return Optional.empty();
      }
      JsonNode event = json.readTree(body);
      Head head = new Head(event.path("id").asString(""), event.path("type").asString(""));
      return head.id().isEmpty() ? Optional.empty() : Optional.of(head);
    } catch (SignatureVerificationException | JacksonException e) {
      return Optional.empty();
    }
  }

  @Override
  public String provider() {
    return StripeCards.NAME;
  }

  @Override
  public Subject subject(String body) {
    JsonNode object = json.readTree(body).path("data").path("object");
    boolean isPayment = object.path("object").asString("").equals("payment_intent");
    String payment = object.path(isPayment ? "id" : "payment_intent").asString("");
    String named = object.path("client_reference_id").asString("");
    if (payment.isEmpty()) {
      return new Subject(StripeCharges.intent(named).orElse(null), null, null);
    }
    try {
      return paid(stripe.call(s -> s.paymentIntents().retrieve(payment)), named);
    } catch (StripeCalls.Unknown nothingThere) {
      return new Subject(StripeCharges.intent(named).orElse(null), payment, null);
    }
  }

  private static Subject paid(PaymentIntent payment, String named) {
    boolean taken = "succeeded".equals(payment.getStatus());
    Money amount =
        taken ? StripeCharges.money(payment.getAmountReceived(), payment.getCurrency()) : null;
    return new Subject(
        StripeCharges.intent(payment.getMetadata())
            .or(() -> StripeCharges.intent(named))
            .orElse(null),
        payment.getId(),
        amount);
  }
}
