package org.sonocert.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.MachineClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much mail is on its way or stands still. Mail that was sent costs nothing here. */
@Component
public class OutboxBacklog {
  /** Counts by state; by the indexes of what is not sent. */
  public static final String COUNTS =
      """
      select
        (select count(*) from outbox
          where state in ('PENDING','AMBIGUOUS') and next_attempt_at <= :now),
        (select count(*) from outbox where state in ('PENDING','AMBIGUOUS') and state = 'PENDING'),
        (select count(*) from outbox where state in ('PENDING','AMBIGUOUS') and state = 'AMBIGUOUS'),
        (select count(*) from outbox where state = 'STARTED'),
        (select count(*) from outbox
          where state in ('FAILED','HELD') and settled_at is null and state = 'FAILED'),
        (select count(*) from outbox
          where state in ('FAILED','HELD') and settled_at is null and state = 'HELD'),
        (select next_attempt_at from outbox
          where state in ('PENDING','AMBIGUOUS') and next_attempt_at <= :now
          order by next_attempt_at limit 1)
      """;

  private final JdbcClient db;
  private final MachineClock machine;

  OutboxBacklog(JdbcClient db, MachineClock machine) {
    this.db = db;
    this.machine = machine;
  }

  /**
   * Mails by state, machine time.
   *
   * @param due that should be sent now; part of pending and ambiguous
   * @param failed without those that an operator has left as they are
   * @param oldest since when the first of the due ones waits; null when none does
   */
  public record Counts(
      long due,
      long pending,
      long ambiguous,
      long started,
      long failed,
      long held,
      @Nullable Instant oldest,
      Instant at) {

    /** For how long the first of the due ones has waited. */
    public Duration age() {
      return oldest == null ? Duration.ZERO : Duration.between(oldest, at);
    }
  }

  /** What is there now. */
  public Counts now() {
    Instant now = machine.now();
    return db.sql(COUNTS)
        .param("now", Timestamp.from(now))
        .query(
            (row, n) -> {
              Timestamp oldest = row.getTimestamp(7);
              return new Counts(
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6),
                  oldest == null ? null : oldest.toInstant(),
                  now);
            })
        .single();
  }
}
