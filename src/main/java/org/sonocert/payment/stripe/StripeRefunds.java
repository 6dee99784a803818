package org.sonocert.payment.stripe;

import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives money back at Stripe, once. Its own list of refunds is read first; the key of a new one is
 * made of our id and of how many stand there, since a failed one is never repeated by its key. A
 * part that somebody gave back at Stripe's desk is no whole: the rest goes after it.
 */
@Component
@WithStripe
class StripeRefunds {
  private static final Set<String> FAILED = Set.of("failed", "canceled");

  private final StripeCalls stripe;

  StripeRefunds(StripeCalls stripe) {
    this.stripe = stripe;
  }

  /**
   * Gives a whole payment back, or what is left of it when a part went back already; whether Stripe
   * says that all of it has.
   */
  boolean giveBack(UUID ourId, String payment) {
    List<Refund> before = of(payment);
    List<Refund> back =
        new ArrayList<>(before.stream().filter(r -> !FAILED.contains(r.getStatus())).toList());
    String once = "refund/" + ourId + "/" + before.size();
    if (back.isEmpty()) {
      back.add(create(ourId, payment, once, null));
    } else {
      long left = taken(payment) - back.stream().mapToLong(Refund::getAmount).sum();
      if (left > 0) {
        back.add(create(ourId, payment, once, left));
      }
    }
    return back.stream().allMatch(r -> "succeeded".equals(r.getStatus()));
  }

  private long taken(String payment) {
    return stripe.call(s -> s.paymentIntents().retrieve(payment)).getAmountReceived();
  }

  private List<Refund> of(String payment) {
    var params = RefundListParams.builder().setPaymentIntent(payment).setLimit(100L).build();
    List<Refund> refunds = new ArrayList<>();
    stripe.call(s -> s.refunds().list(params)).autoPagingIterable().forEach(refunds::add);
    return refunds;
  }

  /** Without an amount Stripe gives all of it back. */
  private Refund create(UUID ourId, String payment, String once, @Nullable Long cents) {
    var params =
        RefundCreateParams.builder()
            .setPaymentIntent(payment)
            .putMetadata(StripeCards.INTENT, ourId.toString());
    if (cents != null) {
      params.setAmount(cents);
    }
    return stripe.call(s -> s.refunds().create(params.build(), StripeCalls.once(once)));
  }
}
