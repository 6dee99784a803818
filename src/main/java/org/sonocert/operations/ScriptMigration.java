package org.sonocert.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Runs the create scripts that a library ships in its jar, inside a schema of its own, as one
 * Flyway migration. The scripts stay where they are maintained.
 */
record ScriptMigration(String version, String description, String schema, List<String> resources)
    implements JavaMigration {
  private static final Pattern DROP =
      Pattern.compile("(?im)^\\s*(drop table|commit|set client_min)[^;]*;");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    try (Statement s = context.getConnection().createStatement()) {
      s.execute("set local search_path = " + schema);
      for (String resource : resources) {
        s.execute(DROP.matcher(read(resource)).replaceAll(""));
      }
      s.execute("set local search_path = app");
    }
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = ScriptMigration.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "The create script " + resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
