package org.sonocert.operations.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a backup lies: the tables with the manifest, and the keys beside them or in a place of
 * their own. Both can be read by their owner only.
 */
final class BackupFolder {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path tables;
  private final Path keys;

  /**
   * Names the places.
   *
   * @param apart where the keys lie; null for the folder {@code keys} beside the tables
   */
  BackupFolder(Path tables, @Nullable Path apart) {
    this.tables = tables.toAbsolutePath().normalize();
    this.keys = apart == null ? this.tables.resolve("keys") : apart.toAbsolutePath().normalize();
  }

  Path tables() {
    return tables;
  }

  Path keys() {
    return keys;
  }

  /**
   * Makes both folders.
   *
   * @throws BackupRefused when something lies in one of them
   */
  void create() throws IOException {
    for (Path folder : List.of(tables, keys)) {
      if (!isEmpty(folder)) {
        throw new BackupRefused(folder + " is not empty; name a folder that is, or a new one");
      }
    }
    for (Path folder : List.of(tables, keys)) {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  /** Whether a folder is missing or has nothing in it. */
  static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> in = Files.list(folder)) {
      return in.findAny().isEmpty();
    }
  }

  /** Writes the manifest, whole or not at all. */
  void seal(Manifest manifest) throws IOException {
    Path draft = tables.resolve(Manifest.FILE + ".new");
    byte[] text = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    Files.write(draft, text);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(draft, tables.resolve(Manifest.FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Reads the manifest and checks each file against it.
   *
   * @throws BackupRefused when it is no backup, names a file elsewhere, or one is missing or
   *     changed
   */
  Manifest check() throws IOException {
    Path file = tables.resolve(Manifest.FILE);
    if (!Files.exists(file)) {
      throw new BackupRefused(
          tables
              + " holds no whole backup: "
              + Manifest.FILE
              + " is missing, which is written last");
    }
    Manifest manifest =
        JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), Manifest.class);
    if (manifest.format() != Manifest.FORMAT) {
      throw new BackupRefused(
          "This backup has format "
              + manifest.format()
              + " and this program reads "
              + Manifest.FORMAT
              + "; restore it with version "
              + manifest.program());
    }
    KnownNames.files(manifest);
    for (Manifest.Table table : manifest.tables()) {
      same(tables.resolve(table.file()), table.sha256());
    }
    for (Manifest.KeyEntry key : manifest.keys()) {
      same(keys.resolve(key.file()), key.sha256());
    }
    return manifest;
  }

  private static void same(Path file, String sha256) throws IOException {
    if (!Files.exists(file)) {
      throw new BackupRefused(
          file + " is missing from the backup; where the keys lie apart, name their folder too");
    }
    if (!Hashes.of(file).equals(sha256)) {
      throw new BackupRefused(file + " is not as it was written; take another backup");
    }
  }
}
