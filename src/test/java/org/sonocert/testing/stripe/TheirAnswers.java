package org.sonocert.testing.stripe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the card company answers, field by field as far as anybody reads it. */
final class TheirAnswers {
  private static final int PAGE = 7;

  private final TheirBooks books;

  TheirAnswers(TheirBooks books) {
    this.books = books;
  }

  Map<String, Object> session(TheirBooks.Session session, boolean whole) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", session.id);
    json.put("object", "checkout.session");
    json.put("amount_total", session.cents);
    json.put("currency", session.currency);
    json.put("client_reference_id", session.intent);
    json.put("status", session.status);
    json.put("payment_status", session.status.equals("complete") ? "paid" : "unpaid");
    json.put("expires_at", session.expiresAt);
    json.put("url", session.status.equals("open") ? "https://checkout.test/" + session.id : null);
    TheirBooks.Payment payment = books.payments.get(session.payment);
    if (payment != null) {
      json.put("payment_intent", whole ? payment(payment, true) : payment.id());
    } else if (session.declined) {
      json.put("payment_intent", whole ? declined(session) : "pi_declined_" + session.id);
    }
    return json;
  }

  private static Map<String, Object> declined(TheirBooks.Session session) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", "pi_declined_" + session.id);
    json.put("object", "payment_intent");
    json.put("status", "requires_payment_method");
    json.put("last_payment_error", Map.of("code", "card_declined", "type", "card_error"));
    return json;
  }

  Map<String, Object> payment(TheirBooks.Payment payment, boolean whole) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", payment.id());
    json.put("object", "payment_intent");
    json.put("status", "succeeded");
    json.put("amount", payment.cents());
    json.put("amount_received", payment.cents());
    json.put("currency", payment.currency());
    json.put("created", payment.created());
    json.put("metadata", metadata(payment));
    json.put("latest_charge", whole ? charge(payment) : payment.charge());
    return json;
  }

  private static Map<String, String> metadata(TheirBooks.Payment payment) {
    return payment.intent() == null ? Map.of() : Map.of("intent", payment.intent());
  }

  Map<String, Object> charge(TheirBooks.Payment payment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", payment.charge());
    json.put("object", "charge");
    json.put("status", "succeeded");
    json.put("amount", payment.cents());
    json.put("amount_captured", payment.cents());
    json.put("currency", payment.currency());
    json.put("created", payment.created());
    json.put("payment_intent", payment.id());
    json.put("metadata", metadata(payment));
    json.put("refunded", books.left(payment) == 0);
    json.put("payment_method_details", Map.of("type", "card", "card", Map.of("last4", "4242")));
    return json;
  }

  Map<String, Object> refund(TheirBooks.Refund refund, boolean whole) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", refund.id());
    json.put("object", "refund");
    json.put("status", refund.status());
    json.put("amount", refund.cents());
    json.put("currency", refund.payment().currency());
    json.put("created", refund.created());
    json.put("payment_intent", whole ? payment(refund.payment(), false) : refund.payment().id());
    return json;
  }

  Map<String, Object> dispute(TheirBooks.Dispute dispute, boolean whole) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", dispute.id());
    json.put("object", "dispute");
    json.put("status", dispute.status());
    json.put("amount", dispute.payment().cents());
    json.put("currency", dispute.payment().currency());
    json.put("created", dispute.created());
    json.put("reason", "product_not_received");
    json.put("livemode", false);
    json.put("evidence_details", Map.of("due_by", dispute.answerBy(), "has_evidence", false));
    json.put(
        "balance_transactions",
        dispute.charged()
            ? List.of(Map.of("object", "balance_transaction", "fee", TheirBooks.DISPUTE_FEE))
            : List.of());
    json.put("payment_intent", whole ? payment(dispute.payment(), false) : dispute.payment().id());
    return json;
  }

  /** A page of a list, newest first, small so that whoever reads it turns pages. */
  <T> Map<String, Object> page(
      String url,
      List<T> all,
      Map<String, String> query,
      Function<T, String> id,
      Function<T, Map<String, Object>> json) {
    List<T> newest = new ArrayList<>(all);
    java.util.Collections.reverse(newest);
    String after = query.get("starting_after");
    int from = 0;
    while (after != null && from < newest.size() && !id.apply(newest.get(from++)).equals(after)) {
      // the page begins behind it
    }
    int size = Math.min(PAGE, Integer.parseInt(query.getOrDefault("limit", "10")));
    List<T> page = newest.subList(from, Math.min(newest.size(), from + size));
    return Map.of(
        "object",
        "list",
        "url",
        url,
        "has_more",
        from + page.size() < newest.size(),
        "data",
        page.stream().map(json).toList());
  }
}
