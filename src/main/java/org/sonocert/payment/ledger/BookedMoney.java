package org.sonocert.payment.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.payment.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What our books say lies with a card company. */
@Repository
class BookedMoney {
  private final JdbcClient db;

  BookedMoney(JdbcClient db) {
    this.db = db;
  }

  /**
   * Money that came to a provider, or left it.
   *
   * @param reference the provider's, of the attempt or of the payment
   */
  record Booked(boolean came, @Nullable UUID intent, String reference, Money amount, Instant at) {

    /** By what it is found in the provider's books. */
    String key() {
      return intent == null ? reference : intent.toString();
    }
  }

  /** What was booked with a provider from an instant on. */
  List<Booked> since(String provider, Instant from) {
    return db.sql(
            """
            select amount_cents > 0, intent_id, reference, abs(amount_cents), currency, happened_at
              from v_payment_ledger
             where provider = ? and account = 'card-clearing' and happened_at >= ?
               and kind in ('capture', 'return', 'unmatched', 'given-back')
            """)
        .params(provider, Timestamp.from(from))
        .query(
            (row, n) ->
                new Booked(
                    row.getBoolean(1),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    new Money(row.getLong(4), row.getString(5)),
                    row.getTimestamp(6).toInstant()))
        .list();
  }
}
