package org.sonocert.operations.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.MachineClock;
import org.sonocert.operations.EmbeddedDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the embedded database was backed up, and whether that is too long ago. */
@Component
public class LastBackup {
  private static final Duration KEPT = Duration.ofSeconds(15);

  private final JdbcClient db;
  private final MachineClock machine;
  private final boolean embedded;
  private final Duration warnAfter;
  private @Nullable Instant readAt;
  private double age = Double.NaN;

  LastBackup(
      JdbcClient db,
      MachineClock machine,
      ObjectProvider<EmbeddedDatabase> embedded,
      @Value("${sonocert.backup.warn-after}") Duration warnAfter) {
    this.db = db;
    this.machine = machine;
    this.embedded = embedded.getIfAvailable() != null;
    this.warnAfter = warnAfter;
  }

  /**
   * A backup that was made, machine time.
   *
   * @param failure null when it worked
   */
  public record Made(
      Instant beganAt, Instant endedAt, String place, long bytes, @Nullable String failure) {}

  /**
   * A restore: the instant of its backup, and how much was held for a person at the first start.
   */
  public record Restored(Instant backupAt, Instant restoredAt, String held) {}

  /** The last ones, newest first, also those that failed. */
  public List<Made> latest(int limit) {
    return db.sql(
            "select began_at, ended_at, place, bytes, failure from backup_made"
                + " order by ended_at desc limit ?")
        .param(limit)
        .query(
            (row, n) ->
                new Made(
                    row.getTimestamp(1).toInstant(),
                    row.getTimestamp(2).toInstant(),
                    row.getString(3),
                    row.getLong(4),
                    row.getString(5)))
        .list();
  }

  /** Restores of this database, newest first. */
  public List<Restored> restored() {
    return db.sql(
            "select backup_at, restored_at, coalesce(held::text, '{}') from restored"
                + " order by restored_at desc limit 5")
        .query(
            (row, n) ->
                new Restored(
                    row.getTimestamp(1).toInstant(),
                    row.getTimestamp(2).toInstant(),
                    row.getString(3)))
        .list();
  }

  /** Whether a backup is due: none for longer than the setting says, or since the first start. */
  public boolean overdue() {
    return embedded && Duration.between(last(), machine.now()).compareTo(warnAfter) > 0;
  }

  private Instant last() {
    return db.sql(
            """
            select coalesce((select ended_at from backup_made where failure is null
                              order by ended_at desc limit 1),
                            (select min(installed_on) at time zone 'UTC' from flyway_schema_history))
            """)
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .single();
  }

  /** Age of the last one that worked in seconds; not a number before the first. */
  public synchronized double ageSeconds() {
    Instant now = machine.now();
    if (readAt == null || Duration.between(readAt, now).compareTo(KEPT) >= 0) {
      readAt = now;
      age =
          latest(10).stream()
              .filter(made -> made.failure() == null)
              .findFirst()
              .map(made -> (double) Duration.between(made.endedAt(), now).toSeconds())
              .orElse(Double.NaN);
    }
    return age;
  }
}
