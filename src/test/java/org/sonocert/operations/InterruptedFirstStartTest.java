package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start that was killed anywhere leaves nothing that stops the next one. */
class InterruptedFirstStartTest {

  @Test
  void aClusterThatWasCreatedByHalvesIsMadeAnewAndAWholeOneIsKept(@TempDir Path root)
      throws Exception {
    try (DataFolder folder = new DataFolder(root).own()) {
      try (EmbeddedDatabase whole = new EmbeddedDatabase(folder)) {
        assertThat(answer(whole, "create table kept as select 1 as n; select n from kept"))
            .isEqualTo("1");
      }
      try (EmbeddedDatabase again = new EmbeddedDatabase(folder)) {
        assertThat(answer(again, "select count(*) from kept")).isEqualTo("1");
      }
      Files.delete(root.resolve("postgres/PG_VERSION"));
      new UnfinishedSetup(folder).begin();
      try (EmbeddedDatabase anew = new EmbeddedDatabase(folder)) {
        assertThat(answer(anew, "select count(*) from pg_tables where tablename = 'kept'"))
            .isEqualTo("0");
      }
      assertThat(root.resolve("postgres.unfinished")).doesNotExist();
    }
  }

  @Test
  void halvesAreRemovedOnlyWhenTheyAreKnownToBeHalves(@TempDir Path root) throws IOException {
    try (DataFolder folder = new DataFolder(root).own()) {
      Path cluster = Files.createDirectories(root.resolve("postgres"));
      Path half = Files.createDirectories(root.resolve("postgres-binaries/PG-half/lib"));
      Files.createSymbolicLink(half.resolve("libicuuc.so"), Path.of("libicuuc.so.60"));
      Path whole = Files.createDirectories(root.resolve("postgres-binaries/PG-whole"));
      Files.createFile(whole.resolve(".exists"));
      UnfinishedSetup setup = new UnfinishedSetup(folder);

      setup.clear(cluster, root.resolve("postgres-binaries"));
      assertThat(half.getParent()).doesNotExist();
      assertThat(whole).exists();
      assertThat(cluster).as("no note says that it is unused").exists();

      setup.begin();
      setup.clear(cluster, root.resolve("postgres-binaries"));
      assertThat(cluster).doesNotExist();
    }
  }

  @Test
  void aHelperThatOutlivedItsServerIsEnded(@TempDir Path root) throws Exception {
    Path helper = Files.copy(Path.of("/bin/sleep"), root.resolve("initdb"));
    assertThat(helper.toFile().setExecutable(true)).isTrue();
    Process process = new ProcessBuilder(helper.toString(), "300").start();
    OrphanedServer.endHelpers(root.toRealPath());
    assertThat(process.onExit().isDone() || !process.isAlive()).isTrue();
  }

  private static String answer(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection c =
            DriverManager.getConnection(
                database.url(), "sonocert_owner", database.passwords().owner());
        var statement = c.createStatement()) {
      boolean rows = statement.execute(sql);
      while (!rows) {
        rows = statement.getMoreResults();
      }
      try (var result = statement.getResultSet()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
