package org.sonocert.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.ChargeListParams;
import com.stripe.param.RefundListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.payment.DisputeSaid;
import org.sonocert.payment.Money;
import org.sonocert.payment.ProviderBooks;
import org.springframework.stereotype.Component;

/**
 * Reads Stripe's lists of charges and refunds, page by page; disputes by {@link StripeDisputes}.
 */
@Component
@WithStripe
class StripeBooks implements ProviderBooks {
  private static final long PAGE = 100;

  private final StripeCalls stripe;
  private final StripeDisputes disputes;

  StripeBooks(StripeCalls stripe, StripeDisputes disputes) {
    this.stripe = stripe;
    this.disputes = disputes;
  }

  @Override
  public String provider() {
    return StripeCards.NAME;
  }

  @Override
  public List<Line> since(Instant from) {
    List<Line> lines = new ArrayList<>();
    charges(from, lines);
    refunds(from, lines);
    return lines;
  }

  @Override
  public List<DisputeSaid> disputesSince(Instant from) {
    return disputes.since(from);
  }

  @Override
  public List<DisputeSaid> disputesOf(String payment) {
    return disputes.of(payment);
  }

  private void charges(Instant from, List<Line> lines) {
    var created = ChargeListParams.Created.builder().setGte(from.getEpochSecond()).build();
    var params = ChargeListParams.builder().setCreated(created).setLimit(PAGE).build();
    stripe.call(
        s -> {
          for (var charge : s.charges().list(params).autoPagingIterable()) {
            if ("succeeded".equals(charge.getStatus())) {
              lines.add(charge(charge));
            }
          }
          return lines;
        });
  }

  private static Line charge(com.stripe.model.Charge charge) {
    return new Line(
        Kind.CHARGE,
        charge.getPaymentIntent() == null ? charge.getId() : charge.getPaymentIntent(),
        StripeCharges.intent(charge.getMetadata()).orElse(null),
        StripeCharges.money(charge.getAmountCaptured(), charge.getCurrency()),
        StripeCharges.at(charge.getCreated()));
  }

  private void refunds(Instant from, List<Line> lines) {
    var created = RefundListParams.Created.builder().setGte(from.getEpochSecond()).build();
    var params =
        RefundListParams.builder()
            .setCreated(created)
            .setLimit(PAGE)
            .addExpand("data.payment_intent")
            .build();
    stripe.call(
        s -> {
          for (Refund refund : s.refunds().list(params).autoPagingIterable()) {
            if ("succeeded".equals(refund.getStatus())) {
              lines.add(refund(refund));
            }
          }
          return lines;
        });
  }

  private static Line refund(Refund refund) {
    return line(
        Kind.REFUND,
        refund.getPaymentIntent(),
        refund.getPaymentIntentObject(),
        StripeCharges.money(refund.getAmount(), refund.getCurrency()),
        refund.getCreated());
  }

  private static Line line(
      Kind kind,
      @Nullable String payment,
      @Nullable PaymentIntent whole,
      Money amount,
      Long created) {
    return new Line(
        kind,
        String.valueOf(payment),
        whole == null ? null : StripeCharges.intent(whole.getMetadata()).orElse(null),
        amount,
        StripeCharges.at(created));
  }
}
