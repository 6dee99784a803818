package org.sonocert.auditing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.ReaderLogin;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database as auditors may see it: by a login of its own that can neither write nor read what
 * is none of their business, in transactions that only read.
 */
@Component
public class ReaderDatabase implements DisposableBean {
  private static final int CONNECTIONS = 2;

  private final ObjectProvider<ReaderLogin> login;
  private @Nullable HikariDataSource pool;

  ReaderDatabase(ObjectProvider<ReaderLogin> login) {
    this.login = login;
  }

  /**
   * Its statements; connected at the first use.
   *
   * @throws Rejected UNAVAILABLE when no such login is set
   */
  public synchronized JdbcClient db() {
    if (pool == null) {
      pool = new HikariDataSource(settings());
    }
    return JdbcClient.create(pool);
  }

  private HikariConfig settings() {
    ReaderLogin reader = login.getIfAvailable();
    if (reader == null) {
      throw new Rejected(
          new Rejection(
              Rejection.Kind.UNAVAILABLE,
              "no-reader-login",
              "The auditors' login of the database is not set; the operator's manual says how."));
    }
    HikariConfig settings = new HikariConfig();
    settings.setPoolName("auditors");
    settings.setJdbcUrl(reader.url());
    settings.setUsername(reader.user());
    settings.setPassword(reader.password());
    settings.setReadOnly(true);
    settings.setMaximumPoolSize(CONNECTIONS);
    settings.setMinimumIdle(0);
    settings.setInitializationFailTimeout(-1);
    settings.addDataSourceProperty("currentSchema", "app,camunda");
    settings.addDataSourceProperty("ApplicationName", "sonocert-auditors");
    return settings;
  }

  @Override
  public synchronized void destroy() {
    if (pool != null) {
      pool.close();
    }
  }
}
