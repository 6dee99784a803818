package org.sonocert.operations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL in the data folder, for whoever has no server of their own. Durable (fsync and
 * synchronous commit on), reached by password only, stopped after everything that uses it.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  static final String DATABASE = "sonocert";
  static final String READER = "sonocert_reader";
  private static final String PASSWORD_ONLY = "host all all 127.0.0.1/32 scram-sha-256\n";
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final DataFolder folder;
  private final DatabasePasswords passwords;
  private final EmbeddedPostgres postgres;

  /** Starts the server, creating database, logins and passwords at the first start. */
  public EmbeddedDatabase(DataFolder folder) {
    this.folder = folder;
    this.passwords = DatabasePasswords.in(folder);
    Path data = folder.resolve("postgres");
    Path binaries = folder.resolve("postgres-binaries");
    OrphanedServer.end(data);
    OrphanedServer.endHelpers(binaries);
    try {
      UnfinishedSetup setup = new UnfinishedSetup(folder);
      setup.clear(data, binaries);
      boolean first = !Files.exists(data);
      if (first) {
        setup.begin();
      }
      postgres = start(data, first);
      if (first) {
        bootstrap();
        setup.done();
      }
      ensureReader();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded database does not start in " + data, e);
    }
    log.info("Embedded PostgreSQL listens on 127.0.0.1:{}", postgres.getPort());
  }

  private EmbeddedPostgres start(Path data, boolean first) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(folder.resolve("postgres-binaries").toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "60")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("timezone", "UTC");
    if (!first) {
      builder.setConnectConfig("password", passwords.superuser());
    }
    return builder.start();
  }

  private void bootstrap() {
    try (Connection c = postgres.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute("alter role postgres password '" + passwords.superuser() + "'");
      createLogin(s, "sonocert_owner", passwords.owner());
      createLogin(s, "sonocert_app", passwords.application());
      s.execute("create database " + DATABASE + " owner sonocert_owner");
      folder.writePrivate("postgres/pg_hba.conf", PASSWORD_ONLY);
      s.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IllegalStateException("The embedded database cannot be prepared", e);
    }
  }

  /** A login that only reads, also in a cluster of an earlier version. */
  private void ensureReader() {
    try (Connection c = DriverManager.getConnection(url(), "postgres", passwords.superuser());
        Statement s = c.createStatement()) {
      s.execute(
          "do $$ begin if not exists (select from pg_roles where rolname = '"
              + READER
              + "') then create role "
              + READER
              + " login; end if; end $$");
      s.execute("alter role " + READER + " password '" + passwords.reader() + "'");
      s.execute("alter role " + READER + " set default_transaction_read_only = on");
    } catch (SQLException e) {
      throw new IllegalStateException("The auditors' login cannot be prepared", e);
    }
  }

  private static void createLogin(Statement s, String name, String password) throws SQLException {
    s.execute("create role " + name + " login password '" + password + "'");
  }

  /** Where the database is reached. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE;
  }

  /** The passwords of its logins. */
  public DatabasePasswords passwords() {
    return passwords;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /** The server's process id, for tests that kill it; null when it is not known. */
  public @Nullable Long pid() {
    return OrphanedServer.pidIn(folder.resolve("postgres"));
  }
}
