package org.sonocert.payment.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.MachineClock;
import org.sonocert.payment.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a card company's books and ours differ, each kept until it is gone and afterwards. */
@Repository
public class Mismatches {
  private static final int MOST_SHOWN = 200;

  private final JdbcClient db;
  private final MachineClock clock;

  Mismatches(JdbcClient db, MachineClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** In which way they differ. */
  public enum Reason {
    /** They took money for nothing that we know. */
    UNKNOWN_PAYMENT,
    /** They took money for an attempt of ours, and we have not booked it. */
    NOT_BOOKED,
    /** We have booked money that they did not take. */
    NOT_AT_PROVIDER,
    /** Both have it, with another amount or currency. */
    ANOTHER_AMOUNT,
    /** They have given money back that we have not booked as given back. */
    REFUND_NOT_BOOKED,
    /** We have booked a return that they have not made. */
    REFUND_NOT_AT_PROVIDER,
    /** A payment that is none of ours is disputed; whoever it is about, nobody here knows. */
    DISPUTED;

    /** Kebab-case, as the database has it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Reason of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /**
   * A difference.
   *
   * @param payment the provider's id of the payment; of our attempt where it knows none
   * @param theirs what they have, null when nothing
   * @param ours what we have, null when nothing
   */
  public record Difference(
      String provider,
      String payment,
      Reason reason,
      @Nullable UUID intent,
      @Nullable Money theirs,
      @Nullable Money ours) {}

  /** A difference with the instant at which it was first seen. */
  public record Seen(Difference difference, Instant foundAt) {}

  /** Keeps a difference, or that it is there again. */
  public void found(Difference seen) {
    Money named = seen.theirs() == null ? seen.ours() : seen.theirs();
    db.sql(
            """
            insert into money_mismatch (provider, payment, reason, intent_id, their_cents, our_cents,
                                        currency, found_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (provider, payment, reason) do update
              set gone_at = null, their_cents = coalesce(excluded.their_cents, money_mismatch.their_cents),
                  our_cents = excluded.our_cents,
                  currency = coalesce(excluded.currency, money_mismatch.currency)
            """)
        .param(seen.provider())
        .param(seen.payment())
        .param(seen.reason().word())
        .param(seen.intent())
        .param(seen.theirs() == null ? null : seen.theirs().cents())
        .param(seen.ours() == null ? null : seen.ours().cents())
        .param(named == null ? null : named.currency())
        .param(now())
        .update();
  }

  /** Notes that what is not in this list is gone; disputes of strangers are another matter. */
  void gone(String provider, List<Difference> left) {
    String[] keys =
        left.stream().map(d -> d.payment() + " " + d.reason().word()).toArray(String[]::new);
    db.sql(
            """
            update money_mismatch set gone_at = ?
             where provider = ? and gone_at is null and reason <> 'disputed'
               and not (payment || ' ' || reason = any(?))
            """)
        .params(now(), provider, keys)
        .update();
  }

  /** Notes that a difference is gone. */
  public void gone(String provider, String payment, Reason reason) {
    db.sql(
            "update money_mismatch set gone_at = ? where provider = ? and payment = ?"
                + " and reason = ? and gone_at is null")
        .params(now(), provider, payment, reason.word())
        .update();
  }

  /** What differs, oldest first. */
  public List<Seen> open() {
    return db.sql("select * from money_mismatch where gone_at is null order by found_at limit ?")
        .param(MOST_SHOWN)
        .query(Mismatches::row)
        .list();
  }

  private static Seen row(ResultSet row, int n) throws SQLException {
    return new Seen(
        new Difference(
            row.getString("provider"),
            row.getString("payment"),
            Reason.of(row.getString("reason")),
            row.getObject("intent_id", UUID.class),
            money(row, "their_cents"),
            money(row, "our_cents")),
        row.getTimestamp("found_at").toInstant());
  }

  private static @Nullable Money money(ResultSet row, String column) throws SQLException {
    Long cents = row.getObject(column, Long.class);
    return cents == null ? null : new Money(cents, row.getString("currency"));
  }

  private Timestamp now() {
    return Timestamp.from(clock.now());
  }
}
