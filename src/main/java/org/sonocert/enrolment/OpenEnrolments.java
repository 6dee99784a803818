package org.sonocert.enrolment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many enrolments run, and how many windows are about to end; those that ended cost nothing.
 */
@Component
public class OpenEnrolments {
  /** By the partial indexes of running enrolments and of their windows. */
  public static final String COUNTS =
      """
      select (select count(*) from app.enrolment
               where state in ('applying','active','deciding') and state <> 'applying'),
             (select count(*) from app.enrolment
               where state = 'active' and window_ends_at > :now and window_ends_at <= :soon)
      """;

  private final JdbcClient db;
  private final ProgrammeClock clock;

  OpenEnrolments(JdbcClient db, ProgrammeClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * The counts.
   *
   * @param active bought and not ended
   * @param closing of these, whose window ends within the time that was asked about
   */
  public record Counts(long active, long closing) {}

  /** What runs now, and what closes within the time that is given. */
  public Counts now(Duration ahead) {
    Instant now = clock.now();
    return db.sql(COUNTS)
        .param("now", Timestamp.from(now))
        .param("soon", Timestamp.from(now.plus(ahead)))
        .query((row, n) -> new Counts(row.getLong(1), row.getLong(2)))
        .single();
  }
}
