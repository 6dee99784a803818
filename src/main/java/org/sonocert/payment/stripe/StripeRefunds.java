package org.sonocert.payment.stripe;

import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Gives money back at Stripe, once. Its own list of refunds is read first; the key of a new one is
 * made of our id and of how many have failed before, since a failed one is never repeated by its
 * key.
 */
@Component
@WithStripe
class StripeRefunds {
  private static final Set<String> FAILED = Set.of("failed", "canceled");

  private final StripeCalls stripe;

  StripeRefunds(StripeCalls stripe) {
    this.stripe = stripe;
  }

  /** Gives a whole payment back; whether Stripe says that it has. */
  boolean giveBack(UUID ourId, String payment) {
    List<Refund> before = of(payment);
    Refund refund =
        before.stream()
            .filter(r -> !FAILED.contains(r.getStatus()))
            .findFirst()
            .orElseGet(() -> create(ourId, payment, before.size()));
    return "succeeded".equals(refund.getStatus());
  }

  private List<Refund> of(String payment) {
    var params = RefundListParams.builder().setPaymentIntent(payment).setLimit(100L).build();
    List<Refund> refunds = new ArrayList<>();
    stripe.call(s -> s.refunds().list(params)).autoPagingIterable().forEach(refunds::add);
    return refunds;
  }

  private Refund create(UUID ourId, String payment, int failed) {
    var params =
        RefundCreateParams.builder()
            .setPaymentIntent(payment)
            .putMetadata(StripeCards.INTENT, ourId.toString())
            .build();
    var once = StripeCalls.once("refund/" + ourId + "/" + failed);
    return stripe.call(s -> s.refunds().create(params, once));
  }
}
