package org.sonocert.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.param.DisputeListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonocert.payment.DisputeSaid;
import org.sonocert.payment.DisputeSaid.Phase;
import org.springframework.stereotype.Component;

/** Reads Stripe's list of disputes, page by page. */
@Component
@WithStripe
class StripeDisputes {
  private static final long PAGE = 100;
  private static final String INQUIRY = "warning_";

  /** The money stays with us, or is with us again. */
  private static final Set<String> WON = Set.of("won", "warning_closed", "prevented");

  private final StripeCalls stripe;

  StripeDisputes(StripeCalls stripe) {
    this.stripe = stripe;
  }

  /** Those that were opened from an instant on. */
  List<DisputeSaid> since(Instant from) {
    var created = DisputeListParams.Created.builder().setGte(from.getEpochSecond()).build();
    return read(whole().setCreated(created).build());
  }

  /** Those of a payment. */
  List<DisputeSaid> of(String payment) {
    return read(whole().setPaymentIntent(payment).build());
  }

  private static DisputeListParams.Builder whole() {
    return DisputeListParams.builder().setLimit(PAGE).addExpand("data.payment_intent");
  }

  private List<DisputeSaid> read(DisputeListParams params) {
    List<DisputeSaid> found = new ArrayList<>();
    stripe.call(
        s -> {
          for (Dispute dispute : s.disputes().list(params).autoPagingIterable()) {
            found.add(said(dispute));
          }
          return found;
        });
    return found;
  }

  private static DisputeSaid said(Dispute dispute) {
    PaymentIntent payment = dispute.getPaymentIntentObject();
    String status = dispute.getStatus();
    return new DisputeSaid(
        dispute.getId(),
        dispute.getPaymentIntent() == null ? dispute.getCharge() : dispute.getPaymentIntent(),
        payment == null ? null : StripeCharges.intent(payment.getMetadata()).orElse(null),
        StripeCharges.money(dispute.getAmount(), dispute.getCurrency()),
        phase(status),
        !status.startsWith(INQUIRY) && !status.equals("prevented"),
        String.valueOf(dispute.getReason()),
        StripeCharges.at(dispute.getCreated()),
        answerBy(dispute.getEvidenceDetails()),
        fees(dispute.getBalanceTransactions()),
        page(dispute));
  }

  private static Phase phase(String status) {
    if (WON.contains(status)) {
      return Phase.WON;
    }
    if (status.equals("lost")) {
      return Phase.LOST;
    }
    return status.startsWith(INQUIRY) ? Phase.INQUIRY : Phase.OPEN;
  }

  private static @Nullable Instant answerBy(Dispute.@Nullable EvidenceDetails details) {
    return details == null || details.getDueBy() == null
        ? null
        : StripeCharges.at(details.getDueBy());
  }

  /** What is left of the fees when some were given back. */
  private static long fees(@Nullable List<BalanceTransaction> moved) {
    return moved == null
        ? 0
        : Math.max(0, moved.stream().mapToLong(m -> m.getFee() == null ? 0 : m.getFee()).sum());
  }

  private static String page(Dispute dispute) {
    String mode = Boolean.FALSE.equals(dispute.getLivemode()) ? "test/" : "";
    return "https://dashboard.stripe.com/" + mode + "disputes/" + dispute.getId();
  }
}
