package org.sonocert.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;

/** A manifest whose hashes are right and which somebody else wrote. */
@RealParts
class HostileManifestTest {
  @Autowired DataSource database;
  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(
      strings = {"../outside.key", "..", "deep/er.key", "database-passwords", "deep\\x.key", "."})
  void aKeyLiesInTheFolderOfKeysAndIsAKey(String file) throws Exception {
    BackupFolder folder = new BackupFolder(scratch.resolve("backup"), null);
    folder.create();
    Path outside = folder.keys().resolve(file);
    if (!Files.isDirectory(outside)) {
      Files.createDirectories(outside.toAbsolutePath().getParent());
      Files.writeString(outside, "text");
    }
    String hash = Files.isDirectory(outside) ? "" : Hashes.of(outside);
    folder.seal(manifest(List.of(), List.of(), List.of(new Manifest.KeyEntry(file, hash))));
    assertThatThrownBy(folder::check)
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("names a key file")
        .hasMessageContaining(file);
  }

  @Test
  void aTablesFileLiesInTheBackup() throws Exception {
    BackupFolder folder = new BackupFolder(scratch.resolve("backup"), null);
    folder.create();
    Path outside = Files.writeString(scratch.resolve("outside.copy.gz"), "rows");
    Manifest.Table table =
        new Manifest.Table(
            "app.account", List.of("id"), 0, "../outside.copy.gz", 4, Hashes.of(outside));
    folder.seal(manifest(List.of(table), List.of(), List.of()));
    assertThatThrownBy(folder::check)
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("../outside.copy.gz");
  }

  @Test
  void whatABackupOfOursNamesIsKnown() throws Exception {
    try (Connection db = database.getConnection()) {
      CopyingTables copying = new CopyingTables(db);
      Manifest own =
          manifest(
              List.of(
                  table("app.account", List.of("id", "email", "session_round")),
                  table("camunda.act_ru_task", List.of("id_"))),
              copying.sequences().stream().limit(2).toList(),
              List.of(new Manifest.KeyEntry("sealed-answers.key", "")));
      assertThat(own.sequences()).isNotEmpty();
      assertThatCode(() -> copying.demandKnown(own)).doesNotThrowAnyException();
      assertThatCode(() -> KnownNames.files(own)).doesNotThrowAnyException();
    }
  }

  @Test
  void aManifestSaysNoSql() throws Exception {
    try (Connection db = database.getConnection()) {
      CopyingTables copying = new CopyingTables(db);
      String program = "id) from program 'touch /tmp/x' --";
      for (Manifest hostile :
          List.of(
              manifest(List.of(table("app.account", List.of("id", program))), List.of(), List.of()),
              manifest(List.of(table("pg_catalog.pg_authid", List.of())), List.of(), List.of()),
              manifest(List.of(table("app.spring_session", List.of())), List.of(), List.of()),
              manifest(
                  List.of(),
                  List.of(new Manifest.Sequence("app.not_there", 1, true)),
                  List.of()))) {
        assertThatThrownBy(() -> copying.demandKnown(hostile))
            .isInstanceOf(BackupRefused.class)
            .hasMessageContaining("that no backup of this program has");
      }
    }
  }

  private static Manifest.Table table(String name, List<String> columns) {
    return new Manifest.Table(name, columns, 0, name + ".copy.gz", 0, "");
  }

  private static Manifest manifest(
      List<Manifest.Table> tables,
      List<Manifest.Sequence> sequences,
      List<Manifest.KeyEntry> keys) {
    return new Manifest(
        Manifest.FORMAT, "test", Instant.EPOCH, "17", List.of(), tables, sequences, keys);
  }
}
