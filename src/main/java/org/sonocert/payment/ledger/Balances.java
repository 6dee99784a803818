package org.sonocert.payment.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.sonocert.payment.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in the accounts of our books. */
@Repository
public class Balances {
  private final JdbcClient db;

  Balances(JdbcClient db) {
    this.db = db;
  }

  /**
   * An account in one currency, turned so that what it usually holds is above zero.
   *
   * @param kind asset, liability, income or expense
   * @param before what stood in it when the month began
   * @param month what the month added or took
   * @param after what stood in it when the month ended
   */
  public record Line(String account, String kind, Money before, Money month, Money after) {}

  /** A comparison of a card company's books with ours. */
  public record Compared(String provider, LocalDate day, Instant at, int lines, int mismatches) {}

  /** All accounts at the end of a month, UTC. */
  public List<Line> of(LocalDate firstOfMonth) {
    Instant from = firstOfMonth.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant until = firstOfMonth.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return db.sql(
            """
            select a.code, a.kind, coalesce(s.currency, 'USD'),
                   case when a.kind in ('asset', 'expense') then 1 else -1 end * coalesce(s.before, 0),
                   case when a.kind in ('asset', 'expense') then 1 else -1 end * coalesce(s.month, 0)
              from ledger_account a
              left join (
                select e.account, e.currency,
                       sum(e.amount_cents) filter (where t.happened_at < ?) as before,
                       sum(e.amount_cents) filter (where t.happened_at >= ?) as month
                  from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
                 where t.happened_at < ? group by e.account, e.currency) s on s.account = a.code
             order by a.position, s.currency
            """)
        .param(java.sql.Timestamp.from(from))
        .param(java.sql.Timestamp.from(from))
        .param(java.sql.Timestamp.from(until))
        .query(
            (row, n) -> {
              String currency = row.getString(3);
              long before = row.getLong(4);
              long month = row.getLong(5);
              return new Line(
                  row.getString(1),
                  row.getString(2),
                  new Money(before, currency),
                  new Money(month, currency),
                  new Money(before + month, currency));
            })
        .list();
  }

  /** The last comparison of each card company. */
  public List<Compared> compared() {
    return db.sql("select distinct on (provider) * from reconciliation order by provider, day desc")
        .query(
            (row, n) ->
                new Compared(
                    row.getString("provider"),
                    row.getDate("day").toLocalDate(),
                    row.getTimestamp("compared_at").toInstant(),
                    row.getInt("lines"),
                    row.getInt("mismatches")))
        .list();
  }
}
