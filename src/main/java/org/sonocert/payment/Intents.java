package org.sonocert.payment;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The attempts to pay, each change noted for the leaf of its transaction. */
@Repository
class Intents {
  private final JdbcClient db;
  private final IntentRows rows;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  Intents(JdbcClient db, IntentRows rows, AuditTrail audit, ProgrammeClock clock) {
    this.db = db;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /** The attempt to pay this quote with this provider; there is one, however often it is asked. */
  Intent of(Quote quote, String provider) {
    Optional<Intent> before =
        db.sql("select * from payment_intent where quote_id = ? and provider = ?")
            .params(quote.id(), provider)
            .query(IntentRows::row)
            .optional();
    return before.orElseGet(() -> add(quote, provider));
  }

  private Intent add(Quote quote, String provider) {
    Timestamp now = Timestamp.from(clock.now());
    Intent intent =
        db.sql(
                """
                insert into payment_intent (id, enrolment_id, quote_id, provider, amount_cents,
                                            currency, state, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, 'open', ?, ?) returning *
                """)
            .param(UUID.randomUUID())
            .param(quote.enrolment().value())
            .param(quote.id())
            .param(provider)
            .param(quote.price().cents())
            .param(quote.price().currency())
            .param(now)
            .param(now)
            .query(IntentRows::row)
            .single();
    note(intent, "payment-begun", Map.of("provider", provider));
    return intent;
  }

  /**
   * Keeps the provider's reference of an open attempt.
   *
   * @return false when the attempt is not open any more, so that nobody would ask for its charge
   */
  boolean referTo(Intent intent, String reference) {
    int changed =
        db.sql(
                "update payment_intent set reference = ?, updated_at = ?"
                    + " where id = ? and reference is null and state = 'open'")
            .params(reference, Timestamp.from(clock.now()), intent.id())
            .update();
    if (changed == 1) {
      note(intent, "payment-announced", Map.of("reference", reference));
    }
    return changed == 1
        || rows.find(intent.id()).filter(now -> reference.equals(now.reference())).isPresent();
  }

  /** Notes that money came which opens nothing: nothing that was settled is settled again. */
  void goesBack(Intent intent, Charge charge, String reason) {
    boolean changed =
        db.sql(
                """
                with back as (
                  update payment_intent set state = 'returned', return_reason = ?, updated_at = ?
                   where id = ? and state in ('open', 'abandoned') returning *)
                select book('refund/' || id, 'return', updated_at, enrolment_id, id, provider,
                            coalesce(reference, ''), money_account(provider), 'refunds-payable', ?, ?)
                  from back
                """)
            .param(reason)
            .param(Timestamp.from(clock.now()))
            .param(intent.id())
            .param(charge.amount().cents())
            .param(charge.amount().currency())
            .query(Long.class)
            .optional()
            .isPresent();
    if (!changed) {
      throw new IllegalStateException("Payment " + intent.id() + " was settled before");
    }
    note(intent, "payment-returned", Map.of("reason", reason));
  }

  /** Closes an open attempt, unless it was announced or settled since it was read. */
  void abandon(Intent read, String reason) {
    int changed =
        db.sql(
                "update payment_intent set state = 'abandoned', updated_at = ?"
                    + " where id = ? and state = 'open' and reference is not distinct from ?")
            .param(Timestamp.from(clock.now()))
            .param(read.id())
            .param(read.reference())
            .update();
    if (changed == 1) {
      note(read, "payment-abandoned", Map.of("reason", reason));
    }
  }

  private void note(Intent intent, String type, Map<String, ?> data) {
    audit.note(intent.enrolment(), new Change(type, data));
  }
}
