package org.sonocert.payment.stripe;

import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.sonocert.core.BaseUrl;
import org.sonocert.payment.CardProvider;
import org.sonocert.payment.Charge;
import org.springframework.stereotype.Component;

/**
 * Card payments on Stripe's hosted page: one session for each attempt, of the quote's price. Stripe
 * learns our ids and what is bought, nothing of the person.
 */
@Component
@WithStripe
public class StripeCards implements CardProvider {
  /** The provider's name. */
  public static final String NAME = "stripe";

  /** Under this name Stripe keeps our attempt's id. */
  static final String INTENT = "intent";

  /** Stripe lets no session end earlier than half an hour from its making. */
  private static final Duration SHORTEST = Duration.ofMinutes(31);

  private final StripeCalls stripe;
  private final StripeRefunds refunds;
  private final BaseUrl base;

  StripeCards(StripeCalls stripe, StripeRefunds refunds, BaseUrl base) {
    this.stripe = stripe;
    this.refunds = refunds;
    this.base = base;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String createIntent(Announcement announced) {
    SessionCreateParams params = params(announced);
    var once = StripeCalls.once("intent/" + announced.intent());
    return stripe.call(s -> s.checkout().sessions().create(params, once)).getId();
  }

  /** Depends on the attempt alone, since the same key asks for the same parameters. */
  private SessionCreateParams params(Announcement announced) {
    String intent = announced.intent().toString();
    String page = base.of(payPath(announced.enrolment().value()));
    return SessionCreateParams.builder()
        .setMode(SessionCreateParams.Mode.PAYMENT)
        .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
        .setAdaptivePricing(AdaptivePricing.builder().setEnabled(false).build())
        .setClientReferenceId(intent)
        .putMetadata(INTENT, intent)
        .setPaymentIntentData(PaymentIntentData.builder().putMetadata(INTENT, intent).build())
        .addLineItem(line(announced))
        .setExpiresAt(announced.payableUntil().plus(SHORTEST).getEpochSecond())
        .setSuccessUrl(page)
        .setCancelUrl(base.of("/pay/" + announced.enrolment()))
        .build();
  }

  private static LineItem line(Announcement announced) {
    return LineItem.builder()
        .setQuantity(1L)
        .setPriceData(
            PriceData.builder()
                .setCurrency(announced.amount().currency().toLowerCase(Locale.ROOT))
                .setUnitAmount(announced.amount().cents())
                .setProductData(
                    PriceData.ProductData.builder().setName(announced.description()).build())
                .build())
        .build();
  }

  @Override
  public Charge lookup(String reference) {
    return StripeCharges.of(session(reference));
  }

  /** Address of Stripe's page of a session that can still be paid; empty afterwards. */
  public String pageOf(String reference) {
    String url = session(reference).getUrl();
    return url == null ? "" : url;
  }

  private Session session(String reference) {
    var whole = SessionRetrieveParams.builder().addExpand("payment_intent.latest_charge").build();
    return stripe.call(s -> s.checkout().sessions().retrieve(reference, whole));
  }

  @Override
  public Charge cancel(String reference) {
    if (session(reference).getStatus().equals("open")) {
      try {
        stripe.call(s -> s.checkout().sessions().expire(reference));
      } catch (IllegalStateException paidMeanwhile) {
        return lookup(reference);
      }
    }
    return lookup(reference);
  }

  @Override
  public boolean giveBack(UUID intent, String reference) {
    String payment = session(reference).getPaymentIntent();
    if (payment == null) {
      throw new IllegalStateException("Nothing was paid with " + reference);
    }
    return refunds.giveBack(intent, payment);
  }

  @Override
  public boolean giveBackUnknown(UUID ourId, String payment) {
    return refunds.giveBack(ourId, payment);
  }

  @Override
  public String payPath(UUID enrolment) {
    return "/pay/" + enrolment + "/stripe";
  }
}
