package org.sonocert.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A postmaster that outlived its killed JVM. Without ending it the next start would hang. Only the
 * owner of the data folder may call this.
 */
final class OrphanedServer {
  private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

  private OrphanedServer() {}

  /** Ends the postmaster named in {@code postmaster.pid}, when that process is a PostgreSQL. */
  static void end(Path data) {
    Long pid = pidIn(data);
    if (pid == null) {
      return;
    }
    Optional<ProcessHandle> server = ProcessHandle.of(pid).filter(OrphanedServer::isPostgres);
    if (server.isPresent()) {
      log.warn("Ending the database server {} that outlived a killed process", pid);
      stop(server.get());
    }
    try {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends what a killed JVM was running from these binaries: {@code initdb}, {@code pg_ctl} and the
   * server that {@code initdb} itself starts, which has no pid file.
   */
  static void endHelpers(Path binaries) {
    ProcessHandle.allProcesses()
        .filter(process -> process.info().command().filter(c -> under(binaries, c)).isPresent())
        .forEach(
            process -> {
              log.warn("Ending {}, which outlived a killed process", process.pid());
              process.destroyForcibly();
              process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
            });
  }

  private static boolean under(Path binaries, String command) {
    return Path.of(command).startsWith(binaries);
  }

  static @Nullable Long pidIn(Path data) {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return null;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() ? null : Long.valueOf(lines.get(0).trim());
    } catch (IOException | NumberFormatException e) {
      return null;
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(c -> Path.of(c).getFileName().toString()).stream()
        .anyMatch(name -> name.startsWith("postgres"));
  }

  private static void stop(ProcessHandle server) {
    List<ProcessHandle> family = server.descendants().toList();
    server.destroy();
    try {
      server.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      server.destroyForcibly();
      family.forEach(ProcessHandle::destroyForcibly);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
