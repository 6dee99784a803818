package org.sonocert.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The money that opened enrolments: one payment each, written once. */
@Repository
public class Payments {
  private final JdbcClient db;
  private final AuditTrail audit;

  Payments(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** A payment as people see it. */
  public record Payment(UUID intent, Money amount, String instrument, Instant capturedAt) {}

  /** The payment that opened the enrolment. */
  public Optional<Payment> of(EnrolmentId enrolment) {
    return db.sql(
            "select intent_id, amount_cents, currency, instrument, captured_at from payment"
                + " where enrolment_id = ?")
        .param(enrolment.value())
        .query(
            (row, n) ->
                new Payment(
                    row.getObject(1, UUID.class),
                    new Money(row.getLong(2), row.getString(3)),
                    row.getString(4),
                    row.getTimestamp(5).toInstant()))
        .optional();
  }

  /**
   * Books the money of an open attempt, which is settled by it.
   *
   * @throws IllegalStateException when the attempt was settled before
   */
  void capture(Intent intent, String reference, Charge charge, Instant at) {
    boolean booked =
        db.sql(
                """
                with settled as (
                  update payment_intent set state = 'captured', updated_at = ?
                   where id = ? and state in ('open', 'abandoned')
                  returning id, enrolment_id, quote_id, provider),
                paid as (
                  insert into payment
                  select enrolment_id, id, quote_id, provider, ?, ?, ?, ?, ? from settled
                  returning *)
                select book('capture/' || intent_id, 'capture', captured_at, enrolment_id, intent_id,
                            provider, reference,
                            case provider when 'invoice' then 'invoiced-fees'
                                          else money_account(provider) end,
                            'fees-earned', amount_cents, currency)
                  from paid
                """)
            .param(Timestamp.from(at))
            .param(intent.id())
            .param(reference)
            .param(charge.instrument())
            .param(charge.amount().cents())
            .param(charge.amount().currency())
            .param(Timestamp.from(at))
            .query(Long.class)
            .optional()
            .isPresent();
    if (!booked) {
      throw new IllegalStateException("Payment " + intent.id() + " was settled before");
    }
    note(
        intent.enrolment(),
        Map.of(
            "provider", intent.provider(),
            "reference", reference,
            "amountCents", charge.amount().cents(),
            "currency", charge.amount().currency()));
  }

  /** Books an enrollment code, which needs no attempt: it pays the moment it is told. */
  void captureAtOnce(
      Quote quote, String provider, String reference, String instrument, Instant at) {
    db.sql(
            """
            with paid as (
              insert into payment_intent (id, enrolment_id, quote_id, provider, reference,
                                          amount_cents, currency, state, created_at, updated_at)
              values (?, ?, ?, ?, ?, ?, ?, 'captured', ?, ?) returning *),
            kept as (
              insert into payment
              select enrolment_id, id, quote_id, provider, reference, ?, amount_cents, currency,
                     created_at
                from paid)
            select book('code-redeemed/' || p.id, 'code-redeemed', p.created_at, p.enrolment_id, p.id,
                        p.provider, p.reference, 'codes-outstanding', 'fees-earned', c.cents,
                        c.currency)
              from paid p, code_price(p.reference::uuid) c
            """)
        .param(UUID.randomUUID())
        .param(quote.enrolment().value())
        .param(quote.id())
        .param(provider)
        .param(reference)
        .param(quote.price().cents())
        .param(quote.price().currency())
        .param(Timestamp.from(at))
        .param(Timestamp.from(at))
        .param(instrument)
        .query(Long.class)
        .optional();
    note(
        quote.enrolment(),
        Map.of(
            "provider",
            provider,
            "reference",
            reference,
            "amountCents",
            quote.price().cents(),
            "currency",
            quote.price().currency()));
  }

  private void note(EnrolmentId enrolment, Map<String, ?> data) {
    audit.note(enrolment, new Change("payment-captured", data));
  }
}
