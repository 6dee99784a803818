package org.sonocert.operations.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.MachineClock;

/**
 * Takes a backup of the embedded database while it is used: all tables in one snapshot, and the key
 * files. Whoever works meanwhile neither waits nor notices.
 */
final class TakingBackup {
  private final String program;
  private final MachineClock machine;

  TakingBackup(String program, MachineClock machine) {
    this.program = program;
    this.machine = machine;
  }

  /**
   * Writes a backup, and notes in the database that it was made, or why it was not.
   *
   * @param url where the database listens
   * @param password of its owner's login
   * @param data folder with the keys
   * @throws BackupRefused when the folder is not empty
   */
  Manifest take(String url, String password, Path data, BackupFolder to)
      throws SQLException, IOException {
    Instant began = machine.now();
    try (Connection db = DriverManager.getConnection(url, "sonocert_owner", password)) {
      try {
        to.create();
        Manifest made = write(db, data, to, began);
        note(db, began, to, made.bytes(), null);
        return made;
      } catch (SQLException | IOException | RuntimeException e) {
        if (!db.getAutoCommit()) {
          db.rollback();
        }
        note(db, began, to, 0, e.getClass().getSimpleName());
        throw e;
      }
    }
  }

  private Manifest write(Connection db, Path data, BackupFolder to, Instant began)
      throws SQLException, IOException {
    db.setAutoCommit(false);
    db.setReadOnly(true);
    db.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    CopyingTables copy = new CopyingTables(db);
    List<Manifest.Migration> migrations = copy.migrations();
    List<Manifest.Table> tables = copy.write(to.tables());
    List<Manifest.Sequence> sequences = copy.sequences();
    String database = db.getMetaData().getDatabaseProductVersion();
    db.commit();
    Manifest made =
        new Manifest(
            Manifest.FORMAT,
            program,
            began,
            database,
            migrations,
            tables,
            sequences,
            keys(data.resolve("keys"), to.keys()));
    to.seal(made);
    return made;
  }

  /** Copied after the tables: a key is older than every row that it opens. */
  private static List<Manifest.KeyEntry> keys(Path from, Path to) throws IOException {
    List<Manifest.KeyEntry> kept = new ArrayList<>();
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.equals(KnownNames.NOT_KEPT) && !name.endsWith(".tmp") && !name.endsWith(".new")) {
          if (!KnownNames.isKey(name)) {
            throw new BackupRefused(
                "The folder of keys holds " + name + ", which could not be restored; rename it");
          }
          Path copy = to.resolve(name);
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
          kept.add(new Manifest.KeyEntry(name, Hashes.of(copy)));
        }
      }
    }
    return kept;
  }

  private void note(
      Connection db, Instant began, BackupFolder to, long bytes, @Nullable String failure)
      throws SQLException {
    db.setReadOnly(false);
    try (PreparedStatement row =
        db.prepareStatement(
            "insert into app.backup_made (id, began_at, ended_at, place, bytes, failure)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      row.setObject(1, UUID.randomUUID());
      row.setTimestamp(2, Timestamp.from(began));
      row.setTimestamp(3, Timestamp.from(machine.now()));
      row.setString(4, to.tables().toString());
      row.setLong(5, bytes);
      row.setString(6, failure);
      row.executeUpdate();
    }
    if (!db.getAutoCommit()) {
      db.commit();
    }
  }
}
