package org.sonocert.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.ChargeListParams;
import com.stripe.param.RefundListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sonocert.payment.ProviderBooks;
import org.springframework.stereotype.Component;

/** Reads Stripe's lists of charges and refunds, page by page. */
@Component
@WithStripe
class StripeBooks implements ProviderBooks {
  private static final long PAGE = 100;

  private final StripeCalls stripe;

  StripeBooks(StripeCalls stripe) {
    this.stripe = stripe;
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
    PaymentIntent payment = refund.getPaymentIntentObject();
    return new Line(
        Kind.REFUND,
        String.valueOf(refund.getPaymentIntent()),
        payment == null ? null : StripeCharges.intent(payment.getMetadata()).orElse(null),
        StripeCharges.money(refund.getAmount(), refund.getCurrency()),
        StripeCharges.at(refund.getCreated()));
  }
}
