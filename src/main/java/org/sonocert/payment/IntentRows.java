package org.sonocert.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The attempts to pay as they are read. */
@Repository
class IntentRows {
  private final JdbcClient db;

  IntentRows(JdbcClient db) {
    this.db = db;
  }

  Optional<Intent> find(UUID id) {
    return db.sql("select * from payment_intent where id = ?")
        .param(id)
        .query(IntentRows::row)
        .optional();
  }

  /**
   * An attempt beside the quote that it pays.
   *
   * @param sentBack whether managers had the money sent back before we heard whose it is
   */
  record WithQuote(Intent intent, Quote quote, boolean sentBack) {}

  Optional<WithQuote> findWithQuote(UUID id) {
    return db.sql(
            """
            select i.*, q.id as q_id, q.enrolment_id as q_enrolment_id, q.number as q_number,
                   q.product as q_product, q.amount_cents as q_amount_cents,
                   q.currency as q_currency, q.release as q_release,
                   q.catalogue_version as q_catalogue_version,
                   q.window_ends_at as q_window_ends_at, q.prepared_at as q_prepared_at,
                   q.expires_at as q_expires_at,
                   exists (select 1 from money_mismatch m
                             join owed_refund o on o.provider = m.provider
                                               and o.reference = m.payment and o.approved
                            where m.intent_id = i.id and m.reason = 'not-booked') as sent_back
              from payment_intent i
              join quote q on q.id = i.quote_id
             where i.id = ?
            """)
        .param(id)
        .query(
            (row, n) ->
                new WithQuote(row(row, n), Quotes.row(row, "q_"), row.getBoolean("sent_back")))
        .optional();
  }

  /** The last attempt to pay the candidate's own enrolment, whatever became of it. */
  Optional<Intent> latest(AccountId candidate, EnrolmentId enrolment) {
    return db.sql(
            """
            select i.* from payment_intent i join enrolment e on e.id = i.enrolment_id
             where e.id = ? and e.candidate_id = ? order by i.created_at desc limit 1
            """)
        .params(enrolment.value(), candidate.value())
        .query(IntentRows::row)
        .optional();
  }

  /** The last one with this provider, though another provider was tried since. */
  Optional<PaymentAttempts.OnPage> onPage(
      AccountId candidate, EnrolmentId enrolment, String provider) {
    return db.sql(
            """
            select i.*, i.state = 'open' and e.purchased_at is not null as overtaken
              from payment_intent i join enrolment e on e.id = i.enrolment_id
             where e.id = ? and e.candidate_id = ? and i.provider = ?
             order by i.created_at desc limit 1
            """)
        .params(enrolment.value(), candidate.value(), provider)
        .query((row, n) -> new PaymentAttempts.OnPage(row(row, n), row.getBoolean("overtaken")))
        .optional();
  }

  /** Attempts of card companies whose money is not known to be where it belongs, oldest first. */
  List<Intent> unsettled() {
    return db.sql(
            """
            select * from payment_intent
             where provider <> 'invoice'
               and (state = 'open' or (state = 'returned' and given_back_at is null))
             order by created_at limit 200
            """)
        .query(IntentRows::row)
        .list();
  }

  static Intent row(ResultSet row, int n) throws SQLException {
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
