package org.sonocert.payment.stripe;

import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.ChargeListParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonocert.payment.Money;
import org.sonocert.payment.ProviderBooks;
import org.springframework.stereotype.Component;

/** Reads Stripe's lists of charges, refunds and disputes, page by page. */
@Component
@WithStripe
class StripeBooks implements ProviderBooks {
  private static final long PAGE = 100;

  /** The money stays with us, or is with us again. */
  private static final Set<String> SETTLED = Set.of("won", "warning_closed", "prevented");

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
    disputes(from, lines);
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
    return line(
        Kind.REFUND,
        refund.getPaymentIntent(),
        refund.getPaymentIntentObject(),
        StripeCharges.money(refund.getAmount(), refund.getCurrency()),
        refund.getCreated());
  }

  private void disputes(Instant from, List<Line> lines) {
    var created = DisputeListParams.Created.builder().setGte(from.getEpochSecond()).build();
    lines.addAll(withheld(whole().setCreated(created).build()));
  }

  @Override
  public Optional<Line> disputed(String payment) {
    return withheld(whole().setPaymentIntent(payment).build()).stream().findFirst();
  }

  private static DisputeListParams.Builder whole() {
    return DisputeListParams.builder().setLimit(PAGE).addExpand("data.payment_intent");
  }

  private List<Line> withheld(DisputeListParams params) {
    List<Line> lines = new ArrayList<>();
    stripe.call(
        s -> {
          for (Dispute dispute : s.disputes().list(params).autoPagingIterable()) {
            if (!SETTLED.contains(dispute.getStatus())) {
              lines.add(dispute(dispute));
            }
          }
          return lines;
        });
    return lines;
  }

  private static Line dispute(Dispute dispute) {
    return line(
        Kind.DISPUTE,
        dispute.getPaymentIntent(),
        dispute.getPaymentIntentObject(),
        StripeCharges.money(dispute.getAmount(), dispute.getCurrency()),
        dispute.getCreated());
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
