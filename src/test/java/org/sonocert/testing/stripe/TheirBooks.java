package org.sonocert.testing.stripe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the card company itself knows: sessions, payments and refunds, apart from ours. */
public final class TheirBooks {
  final Map<String, Session> sessions = new LinkedHashMap<>();
  final Map<String, Payment> payments = new LinkedHashMap<>();
  final List<Refund> refunds = new ArrayList<>();
  final Map<String, Dispute> disputes = new LinkedHashMap<>();
  final Map<String, Map<String, String>> askedWith = new LinkedHashMap<>();
  final Map<String, Object> madeWith = new LinkedHashMap<>();
  private Supplier<Instant> clock = Instant::now;
  private int numbers;

  /** A page on which a payer can pay once. */
  public static final class Session {
    public final String id;
    public final String intent;
    public final long cents;
    public final String currency;
    public final long expiresAt;
    public String status = "open";
    public String payment;
    public boolean declined;

    Session(String id, String intent, long cents, String currency, long expiresAt) {
      this.id = id;
      this.intent = intent;
      this.cents = cents;
      this.currency = currency;
      this.expiresAt = expiresAt;
    }
  }

  /** Money that was taken. */
  public record Payment(String id, String intent, long cents, String currency, long created) {
    public String charge() {
      return id.replace("pi_", "ch_");
    }
  }

  /** What they charge for a dispute. */
  public static final long DISPUTE_FEE = 1_500;

  /** A payment that its payer disputes. */
  public record Dispute(String id, Payment payment, String status, long created) {

    /** Whether they keep the money from us. */
    public boolean withheld() {
      return status.equals("needs_response")
          || status.equals("under_review")
          || status.equals("lost");
    }

    /** Whether money moved because of it, which costs a fee that never comes back. */
    public boolean charged() {
      return !status.startsWith("warning_");
    }

    /** Until when they take evidence. */
    public long answerBy() {
      return created + 14 * 24 * 3600;
    }
  }

  /** Money that was given back. */
  public record Refund(String id, Payment payment, long cents, String status, long created) {}

  synchronized void clock(Supplier<Instant> now) {
    clock = now;
  }

  synchronized long now() {
    return clock.get().getEpochSecond();
  }

  synchronized String next(String prefix) {
    return prefix + "_" + ++numbers + "_" + Long.toHexString(System.identityHashCode(this));
  }

  /** A payer pays on the page. */
  public synchronized Payment pay(String sessionId) {
    Session session = sessions.get(sessionId);
    return pay(session, session.cents, session.currency);
  }

  /** Another amount is taken than was asked for, which no honest company does. */
  public synchronized Payment pay(Session session, long cents, String currency) {
    if (!session.status.equals("open")) {
      throw new IllegalStateException("The session is " + session.status);
    }
    Payment payment = take(session.intent, cents, currency);
    session.payment = payment.id();
    session.status = "complete";
    return payment;
  }

  /** Money that has nothing to do with a session of ours. */
  public synchronized Payment take(String intent, long cents, String currency) {
    var payment = new Payment(next("pi"), intent, cents, currency, now());
    payments.put(payment.id(), payment);
    return payment;
  }

  /** A card is refused on the page; the payer may try another one. */
  public synchronized void decline(String sessionId) {
    sessions.get(sessionId).declined = true;
  }

  /** The session of one of our attempts. */
  public synchronized Session sessionOf(String intent) {
    return sessions.values().stream()
        .filter(s -> s.intent.equals(intent))
        .findFirst()
        .orElseThrow();
  }

  /**
   * A payer disputes a payment, or that ends: {@code needs_response}, {@code won}, {@code lost}.
   */
  public synchronized void dispute(String payment, String status) {
    Dispute before = disputes.get(payment);
    long created = before == null ? now() : before.created();
    disputes.put(payment, new Dispute("dp_" + payment, payments.get(payment), status, created));
  }

  /** The dispute of a payment; null when there is none. */
  public synchronized Dispute disputeOf(String payment) {
    return disputes.get(payment);
  }

  /** Somebody gives a part back at their desk, or they do at our call. */
  public synchronized Refund refund(Payment payment, long cents) {
    if (cents <= 0 || cents > left(payment)) {
      throw new IllegalArgumentException("Refund amount is greater than what is left");
    }
    var refund = new Refund(next("re"), payment, cents, "succeeded", now());
    refunds.add(refund);
    return refund;
  }

  /** Refunds of a payment. */
  public synchronized List<Refund> refundsOf(String payment) {
    return refunds.stream().filter(r -> r.payment().id().equals(payment)).toList();
  }

  /** What is left of a payment, in cents. */
  public synchronized long left(Payment payment) {
    return payment.cents() - refundsOf(payment.id()).stream().mapToLong(Refund::cents).sum();
  }

  /** All payments. */
  public synchronized List<Payment> payments() {
    return List.copyOf(payments.values());
  }

  /** What of it lies with them for us: less what they withhold, and less their fees. */
  private long ours(Payment payment) {
    Dispute dispute = disputes.get(payment.id());
    if (dispute == null) {
      return left(payment);
    }
    return left(payment)
        - (dispute.withheld() ? payment.cents() : 0)
        - (dispute.charged() ? DISPUTE_FEE : 0);
  }

  /** What is left of an attempt's money, and in which currency, as {@code 15000 usd}. */
  public synchronized String left(String intent) {
    return payments.values().stream()
        .filter(p -> p.intent() != null && p.intent().equals(intent))
        .map(p -> ours(p) + " " + p.currency())
        .findFirst()
        .orElse("nothing");
  }
}
