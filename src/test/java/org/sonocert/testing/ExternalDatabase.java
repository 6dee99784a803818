package org.sonocert.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL of one's own, beside the server, with the three logins of docs/operations.md. */
public final class ExternalDatabase {
  private final Path folder;
  private EmbeddedPostgres server;

  private ExternalDatabase(Path folder, EmbeddedPostgres server) {
    this.folder = folder;
    this.server = server;
  }

  /** Makes the server and its empty database. */
  public static ExternalDatabase create(Path folder) throws IOException, SQLException {
    ExternalDatabase made = new ExternalDatabase(folder, start(folder, 0));
    try (Connection db = made.server.getPostgresDatabase().getConnection();
        Statement as = db.createStatement()) {
      as.execute("create role sonocert_owner login password 'for the owner'");
      as.execute("create role sonocert_app login password 'for rows only'");
      as.execute("create role sonocert_reader login password 'for auditors'");
      as.execute("alter role sonocert_reader set default_transaction_read_only = on");
      as.execute("create database sonocert owner sonocert_owner encoding 'UTF8'");
      as.execute("revoke all on database sonocert from public");
      as.execute("grant connect on database sonocert to sonocert_app");
      as.execute("grant connect on database sonocert to sonocert_reader");
    }
    return made;
  }

  /** Lets a server use it. */
  public Jar serves(Jar jar) {
    return jar.with("SPRING_DATASOURCE_URL", address())
        .with("SPRING_DATASOURCE_USERNAME", "sonocert_app")
        .with("SPRING_DATASOURCE_PASSWORD", "for rows only")
        .with("SONOCERT_READER_PASSWORD", "for auditors")
        .with("SPRING_FLYWAY_USER", "sonocert_owner")
        .with("SPRING_FLYWAY_PASSWORD", "for the owner");
  }

  /** A number that a query gives. */
  public long number(String sql) throws SQLException {
    try (Connection db =
            DriverManager.getConnection(
                address() + "?currentSchema=app,camunda", "sonocert_owner", "for the owner");
        Statement as = db.createStatement();
        var result = as.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Stops it. */
  public void stop() throws IOException {
    server.close();
  }

  /** Starts it again on the same rows and the same port. */
  public void startAgain() throws IOException {
    server = start(folder, server.getPort());
  }

  private String address() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/sonocert";
  }

  private static EmbeddedPostgres start(Path folder, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        .start();
  }
}
