package org.sonocert.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * What a first start leaves half done when it is killed: binaries being unpacked, a cluster being
 * created. The library continues neither. A cluster is removed only when a note beside it says that
 * its setup never ended, never by the look of its files.
 */
final class UnfinishedSetup {
  private static final String NOTE = "postgres.unfinished";

  /** The library writes it into a folder of binaries once all of them are there. */
  private static final String UNPACKED = ".exists";

  private static final Logger log = LoggerFactory.getLogger(UnfinishedSetup.class);

  private final DataFolder folder;

  UnfinishedSetup(DataFolder folder) {
    this.folder = folder;
  }

  /** Notes that from now on a cluster is there which nobody has used. */
  void begin() {
    folder.writePrivate(NOTE, "The database beside this file is being set up.\n");
  }

  /** Takes the note away: from now on the cluster is kept whatever happens. */
  void done() throws IOException {
    Files.delete(folder.resolve(NOTE));
  }

  /** Removes half-unpacked binaries, and the cluster when its setup did not end. */
  void clear(Path cluster, Path binaries) throws IOException {
    for (Path server : foldersIn(binaries)) {
      if (!Files.exists(server.resolve(UNPACKED))) {
        remove(server);
      }
    }
    if (Files.exists(folder.resolve(NOTE))) {
      remove(cluster);
      done();
    }
  }

  private static List<Path> foldersIn(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).toList();
    }
  }

  private static void remove(Path folder) throws IOException {
    log.warn("Removing {}, which an interrupted first start left unfinished", folder);
    FileSystemUtils.deleteRecursively(folder);
  }
}
