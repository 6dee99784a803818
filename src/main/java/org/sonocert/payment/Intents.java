package org.sonocert.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The attempts to pay. */
@Repository
class Intents {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  Intents(JdbcClient db, AuditTrail audit, ProgrammeClock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  Optional<Intent> find(UUID id) {
    return db.sql("select * from payment_intent where id = ?")
        .param(id)
        .query(Intents::row)
        .optional();
  }

  /** The attempt to pay this quote with this provider; there is one, however often it is asked. */
  Intent of(Quote quote, String provider) {
    Optional<Intent> before =
        db.sql("select * from payment_intent where quote_id = ? and provider = ?")
            .params(quote.id(), provider)
            .query(Intents::row)
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
            .query(Intents::row)
            .single();
    note(intent, "payment-begun", Map.of("provider", provider));
    return intent;
  }

  /** Keeps the provider's reference. */
  void referTo(Intent intent, String reference) {
    int changed =
        db.sql(
                "update payment_intent set reference = ?, updated_at = ?"
                    + " where id = ? and reference is null")
            .params(reference, Timestamp.from(clock.now()), intent.id())
            .update();
    if (changed == 1) {
      note(intent, "payment-announced", Map.of("reference", reference));
    }
  }

  /** Notes what became of an open attempt. */
  void settle(Intent intent, Intent.State state, String reason) {
    db.sql(
            "update payment_intent set state = ?, return_reason = ?, updated_at = ?"
                + " where id = ? and state in ('open', 'abandoned')")
        .param(state.word())
        .param(state == Intent.State.RETURNED ? reason : null)
        .param(Timestamp.from(clock.now()))
        .param(intent.id())
        .update();
    note(intent, "payment-" + state.word(), Map.of("reason", reason));
  }

  /** Notes that the provider has given the money back. */
  void givenBack(Intent intent) {
    Timestamp now = Timestamp.from(clock.now());
    int changed =
        db.sql(
                "update payment_intent set given_back_at = ?, updated_at = ?"
                    + " where id = ? and given_back_at is null")
            .params(now, now, intent.id())
            .update();
    if (changed == 1) {
      note(intent, "payment-given-back", Map.of("reason", String.valueOf(intent.returnReason())));
    }
  }

  /** The last attempt to pay the candidate's own enrolment, whatever became of it. */
  Optional<Intent> latest(AccountId candidate, EnrolmentId enrolment) {
    return db.sql(
            """
            select i.* from payment_intent i join enrolment e on e.id = i.enrolment_id
             where e.id = ? and e.candidate_id = ? order by i.created_at desc limit 1
            """)
        .params(enrolment.value(), candidate.value())
        .query(Intents::row)
        .optional();
  }

  /** PaymentAttempts whose money is not known to be where it belongs, oldest first. */
  List<Intent> unsettled() {
    return db.sql(
            """
            select * from payment_intent
             where state = 'open' or (state = 'returned' and given_back_at is null)
             order by created_at limit 200
            """)
        .query(Intents::row)
        .list();
  }

  private void note(Intent intent, String type, Map<String, ?> data) {
    audit.note(intent.enrolment(), new Change(type, data));
  }

  private static Intent row(ResultSet row, int n) throws SQLException {
    return new Intent(
        row.getObject("id", UUID.class),
        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
        row.getObject("quote_id", UUID.class),
        row.getString("provider"),
        row.getString("reference"),
        new Money(row.getLong("amount_cents"), row.getString("currency")),
        Intent.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("return_reason"));
  }
}
