package org.sonocert.operations.backup;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.operations.EmbeddedDatabase;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Takes a backup from inside the server, when an operator asks, one at a time. */
@Component
public class BackingUp implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(BackingUp.class);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'sonocert-'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final ObjectProvider<EmbeddedDatabase> database;
  private final TakingBackup taking;
  private final MachineClock machine;
  private final Path data;
  private final String folder;
  private final String keys;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ExecutorService one = Executors.newSingleThreadExecutor(BackingUp::thread);

  BackingUp(
      ObjectProvider<EmbeddedDatabase> database,
      ObjectProvider<BuildProperties> build,
      MachineClock machine,
      @Value("${sonocert.data:data}") Path data,
      @Value("${sonocert.backup.folder:}") String folder,
      @Value("${sonocert.backup.keys-folder:}") String keys) {
    BuildProperties built = build.getIfAvailable();
    String version = built == null ? "unknown" : String.valueOf(built.getVersion());
    this.database = database;
    this.taking = new TakingBackup(version, machine);
    this.machine = machine;
    this.data = data;
    this.folder = folder;
    this.keys = keys;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "backup");
    thread.setDaemon(true);
    return thread;
  }

  /** Where backups go; null when no folder is set, or the database is not the embedded one. */
  public @Nullable String folder() {
    return folder.isBlank() || database.getIfAvailable() == null ? null : folder;
  }

  /** Whether the embedded database is used; another one has tools of its own. */
  public boolean embedded() {
    return database.getIfAvailable() != null;
  }

  /** Whether one is being taken. */
  public boolean running() {
    return running.get();
  }

  /**
   * Begins a backup; while one is being taken nothing else happens.
   *
   * @throws Rejected CONFLICT when no folder is set
   */
  public void begin() {
    if (folder() == null) {
      throw new Rejected(
          Rejection.conflict(
              "no-backup-folder", "Set SONOCERT_BACKUP_FOLDER and start again; then it works."));
    }
    if (running.compareAndSet(false, true)) {
      one.execute(this::take);
    }
  }

  private void take() {
    try {
      EmbeddedDatabase embedded = database.getObject();
      String name = NAME.format(machine.now());
      BackupFolder to =
          new BackupFolder(
              Path.of(folder, name), keys.isBlank() ? null : Path.of(keys, name + "-keys"));
      Manifest made = taking.take(embedded.url(), embedded.passwords().owner(), data, to);
      log.info("Backup {}: {} rows, {} bytes", to.tables(), made.rows(), made.bytes());
    } catch (Exception e) {
      log.error("The backup failed", e);
    } finally {
      running.set(false);
    }
  }

  @Override
  public void destroy() {
    one.shutdownNow();
  }
}
