package org.sonocert.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool whose statements are counted when asked, those of people's threads apart from those of
 * jobs. While it does not count, connections are the pool's own, so that counting costs no time.
 */
final class Counting extends DelegatingDataSource {
  private static final ThreadLocal<Boolean> PERSON = ThreadLocal.withInitial(() -> false);

  private final HikariDataSource pool;
  private final DataSource counted;
  private final LongAdder people = new LongAdder();
  private final LongAdder jobs = new LongAdder();
  private final LongAdder singly = new LongAdder();
  private volatile boolean on;

  Counting(HikariDataSource pool) {
    super(pool);
    this.pool = pool;
    this.counted = ProxyDataSourceBuilder.create(pool).listener(new Listener()).build();
  }

  /** Says that the current thread does what people do. */
  static void asPerson() {
    PERSON.set(true);
  }

  /** Begins at nothing. */
  void start() {
    people.reset();
    jobs.reset();
    singly.reset();
    on = true;
  }

  void stop() {
    on = false;
  }

  /** Executions by people, a batch counted once. */
  long people() {
    return people.sum();
  }

  /** Executions by jobs and whatever runs by itself, a batch counted once. */
  long jobs() {
    return jobs.sum();
  }

  /** All executions, each member of a batch counted. */
  long singly() {
    return singly.sum();
  }

  /** Renews all connections; a server process tells its figures at the latest when it ends. */
  void renew() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  /** Closes the pool, which a stock engine leaves alone. */
  void close() {
    pool.close();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return on ? counted.getConnection() : pool.getConnection();
  }

  private final class Listener implements QueryExecutionListener {
    @Override
    public void beforeQuery(ExecutionInfo info, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo info, List<QueryInfo> queries) {
      (PERSON.get() ? people : jobs).increment();
      singly.add(info.isBatch() ? Math.max(1, info.getBatchSize()) : 1);
    }
  }
}
