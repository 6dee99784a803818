package org.sonocert.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The one PostgreSQL server of a run: durable as in production, a database for each contestant. No
 * checkpoint falls into a round, so that none of them pays for the pages of another.
 */
final class Server implements AutoCloseable {
  /** The password of its logins, which reach a server of this machine that lives for one run. */
  static final String PASSWORD = "bench";

  private final Path folder;
  private final EmbeddedPostgres postgres;

  Server(Path folder) {
    this.folder = folder;
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder.resolve("postgres"))
              .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
              .setPGStartupWait(Duration.ofSeconds(60))
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "300")
              .setServerConfig("timezone", "UTC")
              .setServerConfig("checkpoint_timeout", "1h")
              .setServerConfig("max_wal_size", "8GB")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("The server of the bench does not start", e);
    }
    execute("create role sonocert_owner login password '" + PASSWORD + "'");
    execute("create role sonocert_app login password '" + PASSWORD + "'");
  }

  /** Creates a database and gives its address. */
  String create(String database) {
    execute("create database " + database + " owner sonocert_owner");
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
  }

  /** Where everything of this run lies, gone when it ends. */
  Path folder() {
    return folder;
  }

  private void execute(String sql) {
    try (Connection c = postgres.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Writes all pages first: the library gives a server five seconds to stop. */
  @Override
  public void close() {
    execute("checkpoint");
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
