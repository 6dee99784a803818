package org.sonocert.operations;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** The migrations outside the server, as the settings of the server have them. */
public final class Migrations {
  private Migrations() {}

  /**
   * Brings an empty database of the embedded server to a version.
   *
   * @param target newest migration that is run
   */
  public static void run(EmbeddedDatabase database, String target) {
    LibraryTables libraries = new LibraryTables();
    Flyway.configure()
        .dataSource(database.url(), "sonocert_owner", database.passwords().owner())
        .schemas("app", "camunda", "quartz")
        .defaultSchema("app")
        .placeholders(Map.of("appUser", "sonocert_app", "readerUser", EmbeddedDatabase.READER))
        .javaMigrations(
            libraries.camundaTables(), libraries.quartzTables(), libraries.sessionTables())
        .target(target)
        .load()
        .migrate();
  }
}
