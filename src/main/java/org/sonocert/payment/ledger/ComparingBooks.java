package org.sonocert.payment.ledger;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.sonocert.core.MachineClock;
import org.sonocert.payment.ProviderBooks;
import org.sonocert.payment.ledger.Mismatches.Difference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares a card company's books with ours, once a day for each. */
@Service
public class ComparingBooks {
  private static final Duration LOOKED_BACK = Duration.ofDays(35);

  private final BookedMoney booked;
  private final Mismatches mismatches;
  private final MachineClock machine;
  private final JdbcClient db;
  private final TransactionTemplate transaction;

  ComparingBooks(
      BookedMoney booked,
      Mismatches mismatches,
      MachineClock machine,
      JdbcClient db,
      PlatformTransactionManager transactions) {
    this.booked = booked;
    this.mismatches = mismatches;
    this.machine = machine;
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Whether this day's comparison with a company is still to be made. */
  public boolean due(ProviderBooks books, Instant now) {
    return !compared(books.provider(), day(now));
  }

  /** Compares now; what differs. The books are read outside any transaction. */
  public List<Difference> compare(ProviderBooks books, Instant now) {
    Instant from = now.minus(LOOKED_BACK);
    List<ProviderBooks.Line> theirs = books.since(from);
    var ours = booked.since(books.provider(), from.minus(Duration.ofDays(1)));
    List<Difference> differences = new Comparison(books.provider(), theirs, ours, from, now).all();
    transaction.executeWithoutResult(
        status -> {
          differences.forEach(mismatches::found);
          mismatches.gone(books.provider(), differences);
          note(books.provider(), day(now), theirs.size(), differences.size());
        });
    return differences;
  }

  private void note(String provider, LocalDate day, int lines, int differences) {
    db.sql(
            """
            insert into reconciliation (provider, day, compared_at, lines, mismatches)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(provider, day, Timestamp.from(machine.now()), lines, differences)
        .update();
  }

  private boolean compared(String provider, LocalDate day) {
    return db.sql("select 1 from reconciliation where provider = ? and day = ?")
        .params(provider, day)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private static LocalDate day(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
