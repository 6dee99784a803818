package org.sonocert.operations.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sonocert.core.MachineClock;
import org.sonocert.operations.DataFolder;
import org.sonocert.operations.EmbeddedDatabase;
import org.sonocert.operations.Migrations;

/**
 * Makes a data folder out of a backup: an embedded database of the backup's version with its rows,
 * and the keys. Says in the database that it was restored, so that the first start on it holds what
 * was under way.
 */
final class RestoringBackup {
  private final MachineClock machine;

  RestoringBackup(MachineClock machine) {
    this.machine = machine;
  }

  /**
   * Restores a backup whose files were checked.
   *
   * @param folder empty, and owned by this process
   * @throws BackupRefused when this program has not the tables of the backup
   */
  void restore(BackupFolder from, Manifest manifest, DataFolder folder)
      throws SQLException, IOException {
    folder.writePrivate(DataFolder.UNFINISHED, "A backup is being restored into this folder.\n");
    for (Manifest.KeyEntry key : manifest.keys()) {
      String text = Files.readString(from.keys().resolve(key.file()), StandardCharsets.UTF_8);
      folder.writePrivate("keys/" + key.file(), text);
    }
    try (EmbeddedDatabase database = new EmbeddedDatabase(folder)) {
      int last = manifest.migrations().size() - 1;
      Migrations.run(database, manifest.migrations().get(last).version());
      try (Connection db =
          DriverManager.getConnection(
              database.url(), "postgres", database.passwords().superuser())) {
        fill(db, from.tables(), manifest);
      }
    }
    Files.delete(folder.resolve(DataFolder.UNFINISHED));
  }

  /** In one transaction, without triggers: rows come back as they were, leaves included. */
  private void fill(Connection db, Path files, Manifest manifest) throws SQLException, IOException {
    db.setAutoCommit(false);
    CopyingTables copy = new CopyingTables(db);
    if (!copy.migrations().equals(manifest.migrations())) {
      throw new BackupRefused(
          "This program has not the tables of the backup, which version "
              + manifest.program()
              + " made; restore it with that version");
    }
    copy.demandKnown(manifest);
    try (Statement s = db.createStatement()) {
      s.execute("set local session_replication_role = replica");
      s.execute(
          "truncate "
              + manifest.tables().stream()
                  .map(table -> CopyingTables.quoted(table.name()))
                  .collect(Collectors.joining(", ")));
    }
    for (Manifest.Table table : manifest.tables()) {
      long rows = copy.read(files, table);
      if (rows != table.rows()) {
        throw new BackupRefused(table.name() + " came back with another number of rows");
      }
    }
    sequences(db, manifest);
    note(db, manifest);
    db.commit();
    db.setAutoCommit(true);
    try (Statement s = db.createStatement()) {
      s.execute("analyze");
    }
  }

  private static void sequences(Connection db, Manifest manifest) throws SQLException {
    try (PreparedStatement set = db.prepareStatement("select setval(?::regclass, ?, ?)")) {
      for (Manifest.Sequence sequence : manifest.sequences()) {
        set.setString(1, CopyingTables.quoted(sequence.name()));
        set.setLong(2, sequence.value());
        set.setBoolean(3, sequence.called());
        set.execute();
      }
    }
  }

  private void note(Connection db, Manifest manifest) throws SQLException {
    try (PreparedStatement row =
        db.prepareStatement(
            "insert into app.restored (id, backup_at, restored_at) values (?, ?, ?)")) {
      row.setObject(1, UUID.randomUUID());
      row.setTimestamp(2, Timestamp.from(manifest.at()));
      row.setTimestamp(3, Timestamp.from(machine.now()));
      row.executeUpdate();
    }
  }
}
