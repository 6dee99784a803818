package org.sonocert.operations.backup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.sonocert.core.MachineClock;
import org.sonocert.engine.clock.SystemMachineClock;
import org.sonocert.operations.DataFolder;
import org.sonocert.operations.EmbeddedDatabase;
import org.sonocert.operations.RunningDatabase;

/**
 * {@code backup DIR [KEYS]} and {@code restore DIR [KEYS]}. A backup beside a running server is
 * taken as a client of its database; a restore needs an empty data folder.
 */
public final class BackupCommand {
  /** First words of the command line that lead here. */
  public static final List<String> NAMES = List.of("backup", "restore");

  private static final String USAGE =
      """
      Usage: backup DIR [KEYS]    writes a backup of the data folder into DIR, also while a server runs
             restore DIR [KEYS]   makes a data folder out of it; the data folder must be empty
        DIR    folder of the backup; for a backup a new or an empty one
        KEYS   folder of the key files, where they are kept apart; DIR/keys without it
      SONOCERT_DATA names the data folder. Ends with 0 when done, 1 when not, 2 when misused.""";

  private static final int DONE = 0;
  private static final int NOT_DONE = 1;
  private static final int MISUSED = 2;

  private final MachineClock machine = new SystemMachineClock();
  private final Path data;
  private final PrintStream out;

  private BackupCommand(Path data, PrintStream out) {
    this.data = data;
    this.out = out;
  }

  /** Runs the command; gives the exit code. */
  public static int run(
      String[] args, Map<String, String> settings, PrintStream out, PrintStream err) {
    if (args.length < 2 || args.length > 3 || args[1].startsWith("-")) {
      err.println(USAGE);
      return MISUSED;
    }
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    try {
      if (!settings.getOrDefault("SPRING_DATASOURCE_URL", "").isBlank()) {
        throw new BackupRefused(
            "SPRING_DATASOURCE_URL names a database of your own: back it up with the tools of that"
                + " server, see docs/operations.md");
      }
      Path data = Path.of(settings.getOrDefault("SONOCERT_DATA", "data"));
      BackupFolder folder =
          new BackupFolder(Path.of(args[1]), args.length == 3 ? Path.of(args[2]) : null);
      new BackupCommand(data, out).run(args[0], folder);
      return DONE;
    } catch (BackupRefused | DataFolder.DataFolderInUse | InvalidPathException e) {
      err.println(e.getMessage());
    } catch (SQLException | IOException | RuntimeException e) {
      err.println("The " + args[0] + " failed: " + e);
    }
    return NOT_DONE;
  }

  private void run(String name, BackupFolder folder) throws SQLException, IOException {
    if (name.equals("backup")) {
      backup(folder);
    } else {
      restore(folder);
    }
  }

  private void backup(BackupFolder to) throws SQLException, IOException {
    if (!Files.isDirectory(data.resolve("postgres"))) {
      throw new BackupRefused(
          "There is no embedded database in " + data + "; set SONOCERT_DATA to the data folder");
    }
    TakingBackup taking = new TakingBackup(version(), machine);
    DataFolder folder = ownedOrNull();
    if (folder == null) {
      RunningDatabase beside = RunningDatabase.of(data);
      told(taking.take(beside.url(), beside.passwords().owner(), data, to), "written to", to);
      return;
    }
    try (folder;
        EmbeddedDatabase database = new EmbeddedDatabase(folder)) {
      told(taking.take(database.url(), database.passwords().owner(), data, to), "written to", to);
    }
  }

  private @Nullable DataFolder ownedOrNull() {
    try {
      return new DataFolder(data).own();
    } catch (DataFolder.DataFolderInUse running) {
      return null;
    }
  }

  private void restore(BackupFolder from) throws SQLException, IOException {
    if (!BackupFolder.isEmpty(data)) {
      throw new BackupRefused(
          data
              + " is not empty: a restore never writes over data; set SONOCERT_DATA to another"
              + " folder, or move this one away");
    }
    Manifest manifest = from.check();
    try (DataFolder folder = new DataFolder(data).own()) {
      new RestoringBackup(machine).restore(from, manifest, folder);
    }
    told(manifest, "restored from", from);
    out.println("At the first start all that was under way then is held for a person; see /ops.");
  }

  private void told(Manifest manifest, String what, BackupFolder folder) {
    out.printf(
        "Backup of %s %s %s: %d tables, %d rows, %d bytes; keys in %s%n",
        manifest.at(),
        what,
        folder.tables(),
        manifest.tables().size(),
        manifest.rows(),
        manifest.bytes(),
        folder.keys());
  }

  /** As the build wrote it beside the program. */
  private static String version() {
    String built = BackupCommand.class.getPackage().getImplementationVersion();
    return built == null ? "unknown" : built;
  }
}
