package org.sonocert.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A contestant's database: its pool, and a connection beside it that reads the server's figures.
 */
final class Database implements AutoCloseable {
  /** Connections of each contestant's pool. */
  static final int POOL = 20;

  private static final long SETTLED_NANOS = 1_500_000_000L;
  private static final String FIGURES =
      """
      select (select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables) as rows,
             xact_commit, xact_rollback
        from pg_stat_database where datname = current_database()
      """;

  private final SingleConnectionDataSource beside;
  private final JdbcTemplate db;
  private final Counting counting;
  private final AtomicLong own = new AtomicLong();

  Database(String url, Counting counting) {
    this.beside = new SingleConnectionDataSource(url, "postgres", Server.PASSWORD, true);
    this.db = new JdbcTemplate(beside);
    this.counting = counting;
  }

  /** A database with a pool as the stock engines get it: the same size and the same driver. */
  static Database pooled(String url) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(url);
    settings.setUsername("sonocert_owner");
    settings.setPassword(Server.PASSWORD);
    settings.setMaximumPoolSize(POOL);
    settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    settings.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new Database(url, new Counting(new HikariDataSource(settings)));
  }

  Counting counting() {
    return counting;
  }

  /** A number, asked beside the contestant's pool. */
  long number(String sql) {
    own.incrementAndGet();
    Long found = db.queryForObject(sql, Long.class);
    return found == null ? 0 : found;
  }

  /** Changes something, beside the contestant's pool. */
  void execute(String sql) {
    own.incrementAndGet();
    db.execute(sql);
  }

  /** What the server counted while the work ran, without what reading its figures costs. */
  Figures spent(Runnable work) {
    Figures first = figures();
    Figures before = figures();
    work.run();
    return figures().since(before).since(before.since(first));
  }

  private Figures figures() {
    counting.renew();
    LockSupport.parkNanos(SETTLED_NANOS);
    number("select 1 from pg_stat_force_next_flush()");
    return Objects.requireNonNull(
        db.queryForObject(
            FIGURES,
            (row, n) ->
                new Figures(
                    row.getLong("rows"),
                    row.getLong("xact_commit") - own.get(),
                    row.getLong("xact_rollback"))));
  }

  /** Bytes of write-ahead log so far, of the whole server. */
  long wal() {
    return number("select (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint");
  }

  @Override
  public void close() {
    counting.close();
    beside.destroy();
  }

  /** What the server counts: rows written, and transactions that ended well or not. */
  record Figures(long rows, long commits, long rollbacks) {

    Figures since(Figures before) {
      return new Figures(
          rows - before.rows, commits - before.commits, rollbacks - before.rollbacks);
    }

    Figures and(Figures more) {
      return new Figures(rows + more.rows, commits + more.commits, rollbacks + more.rollbacks);
    }
  }
}
