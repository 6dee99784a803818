package org.sonocert.testing.stripe;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers calls of the card company's interface; a key that comes again gets the first answer. */
final class TheirDoor {
  private static final long SHORTEST_SESSION = 30 * 60;

  private final TheirBooks books;
  private final TheirAnswers answers;

  TheirDoor(TheirBooks books) {
    this.books = books;
    this.answers = new TheirAnswers(books);
  }

  /** An answer with its status. */
  record Answer(int status, Object body) {}

  Answer answer(
      String method, String path, String key, Map<String, String> query, Map<String, String> form) {
    synchronized (books) {
      try {
        return new Answer(200, found(method, path, key, query, form));
      } catch (Refused e) {
        return new Answer(
            e.status,
            Map.of("error", Map.of("message", e.getMessage(), "type", "invalid_request_error")));
      }
    }
  }

  private Object found(
      String method, String path, String key, Map<String, String> query, Map<String, String> form) {
    String[] parts = path.substring("/v1/".length()).split("/");
    boolean post = method.equals("POST");
    return switch (parts[0]) {
      case "checkout" -> session(parts, post, key, query, form);
      case "payment_intents" -> answers.payment(payment(parts[1]), false);
      case "charges" ->
          answers.page(path, since(query), query, TheirBooks.Payment::charge, answers::charge);
      case "disputes" -> disputes(path, query);
      case "refunds" -> post ? refund(key, form) : refunds(path, query);
      default -> throw new Refused(404, "Nothing at " + path);
    };
  }

  private Object session(
      String[] parts,
      boolean post,
      String key,
      Map<String, String> query,
      Map<String, String> form) {
    if (parts.length == 2) {
      return once(key, form, () -> answers.session(open(form), false));
    }
    TheirBooks.Session session = books.sessions.get(parts[2]);
    if (session == null) {
      throw new Refused(404, "No such session");
    }
    if (post) {
      if (!session.status.equals("open")) {
        throw new Refused(400, "Only open sessions can be expired");
      }
      session.status = "expired";
    }
    return answers.session(session, query.containsValue("payment_intent.latest_charge"));
  }

  private TheirBooks.Session open(Map<String, String> form) {
    long expires = Long.parseLong(form.get("expires_at"));
    if (expires < books.now() + SHORTEST_SESSION || expires > books.now() + 24 * 3600) {
      throw new Refused(400, "expires_at must be between 30 minutes and 24 hours away");
    }
    var session =
        new TheirBooks.Session(
            books.next("cs"),
            form.get("client_reference_id"),
            Long.parseLong(form.get("line_items[0][price_data][unit_amount]")),
            form.get("line_items[0][price_data][currency]"),
            expires);
    if (!session.intent.equals(form.get("payment_intent_data[metadata][intent]"))) {
      throw new Refused(400, "The payment does not carry the attempt");
    }
    books.sessions.put(session.id, session);
    return session;
  }

  private TheirBooks.Payment payment(String id) {
    TheirBooks.Payment payment = books.payments.get(id);
    if (payment == null) {
      throw new Refused(404, "No such payment_intent");
    }
    return payment;
  }

  private List<TheirBooks.Payment> since(Map<String, String> query) {
    long from = Long.parseLong(query.getOrDefault("created[gte]", "0"));
    return books.payments.values().stream().filter(p -> p.created() >= from).toList();
  }

  private Object refunds(String path, Map<String, String> query) {
    long from = Long.parseLong(query.getOrDefault("created[gte]", "0"));
    String payment = query.get("payment_intent");
    List<TheirBooks.Refund> some =
        books.refunds.stream()
            .filter(r -> r.created() >= from)
            .filter(r -> payment == null || r.payment().id().equals(payment))
            .toList();
    boolean whole = query.containsValue("data.payment_intent");
    return answers.page(path, some, query, TheirBooks.Refund::id, r -> answers.refund(r, whole));
  }

  private Object disputes(String path, Map<String, String> query) {
    long from = Long.parseLong(query.getOrDefault("created[gte]", "0"));
    String payment = query.get("payment_intent");
    List<TheirBooks.Dispute> some =
        books.disputes.values().stream()
            .filter(d -> d.created() >= from)
            .filter(d -> payment == null || d.payment().id().equals(payment))
            .toList();
    boolean whole = query.containsValue("data.payment_intent");
    return answers.page(path, some, query, TheirBooks.Dispute::id, d -> answers.dispute(d, whole));
  }

  private Object refund(String key, Map<String, String> form) {
    return once(
        key,
        form,
        () -> {
          TheirBooks.Payment payment = payment(form.get("payment_intent"));
          TheirBooks.Dispute dispute = books.disputeOf(payment.id());
          if (dispute != null && dispute.withheld()) {
            throw new Refused(400, "This charge is disputed and cannot be refunded.");
          }
          long left = books.left(payment);
          long asked = Long.parseLong(form.getOrDefault("amount", String.valueOf(left)));
          if (left == 0 || asked > left) {
            throw new Refused(400, "Charge has already been refunded, or so much is not left.");
          }
          return answers.refund(books.refund(payment, asked), false);
        });
  }

  private Object once(String key, Map<String, String> form, Supplier<Object> make) {
    if (key == null) {
      throw new Refused(400, "This test wants a key for whatever is made");
    }
    Map<String, String> before = books.askedWith.putIfAbsent(key, form);
    if (before != null && !before.equals(form)) {
      throw new Refused(
          400, "Keys for idempotent requests can only be used with the same parameters");
    }
    Object made = books.madeWith.get(key);
    if (made == null) {
      made = make.get();
      books.madeWith.put(key, made);
    }
    return made;
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status, String message) {
      super(message);
      this.status = status;
    }
  }
}
