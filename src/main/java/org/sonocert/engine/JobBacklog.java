package org.sonocert.engine;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine has to do: due now, failed, and by hour. Reads by due date, never the history.
 */
@Component
public class JobBacklog {
  /** Counts what is due; by due date. */
  public static final String NOW =
      """
      select (select count(*) from camunda.act_ru_job where duedate_ <= :now and retries_ > 0)
           + (select count(*) from camunda.act_ru_job where duedate_ is null and retries_ > 0),
             (select count(*) from camunda.act_ru_job where retries_ = 0),
             (select duedate_ from camunda.act_ru_job where duedate_ <= :now and retries_ > 0
               order by duedate_ limit 1)
      """;

  /** Counts by hour; by due date. */
  public static final String BY_HOUR =
      """
      select date_trunc('hour', duedate_), count(*) from camunda.act_ru_job
       where duedate_ > :now and duedate_ <= :until group by 1 order by 1
      """;

  private final JdbcClient db;
  private final ProgrammeClock clock;

  JobBacklog(JdbcClient db, ProgrammeClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Jobs that should run now.
   *
   * @param due how many
   * @param failed how many have no try left
   * @param oldest since when the first of the due ones waits, programme time; null when none does
   */
  public record Backlog(long due, long failed, @Nullable Instant oldest, Instant at) {

    /** For how long the first of the due ones has waited. */
    public Duration age() {
      return oldest == null ? Duration.ZERO : Duration.between(oldest, at);
    }
  }

  /** How many jobs fall into an hour. */
  public record Hour(Instant from, long jobs) {}

  /** What is due now. */
  public Backlog now() {
    Instant now = clock.now();
    return db.sql(NOW)
        .param("now", Timestamp.from(now))
        .query(
            (row, n) -> {
              Timestamp oldest = row.getTimestamp(3);
              return new Backlog(
                  row.getLong(1), row.getLong(2), oldest == null ? null : oldest.toInstant(), now);
            })
        .single();
  }

  /** What falls due within the time that is given, by hours; hours without a job are left out. */
  public List<Hour> byHour(Duration ahead) {
    Instant now = clock.now();
    return db.sql(BY_HOUR)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(ahead)))
        .query((row, n) -> new Hour(row.getTimestamp(1).toInstant(), row.getLong(2)))
        .list();
  }
}
