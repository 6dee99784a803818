package org.sonocert.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of {@code SONOCERT_DATA}: embedded database, media and keys. One JVM owns it for its
 * life by a file lock; only the owner may touch what lies in it.
 */
public final class DataFolder implements AutoCloseable {
  /** Lies here while a backup is being restored: what is in the folder is not whole yet. */
  public static final String UNFINISHED = "restore.unfinished";

  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rw-------");

  private final Path root;
  private @Nullable FileChannel channel;
  private @Nullable FileLock lock;

  public DataFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * Takes the folder for this process, creating it where needed.
   *
   * @throws DataFolderInUse when another live process owns it
   */
  public DataFolder own() {
    try {
      Files.createDirectories(root);
      channel =
          FileChannel.open(
              root.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder " + root + " cannot be used", e);
    }
    if (lock == null) {
      close();
      throw new DataFolderInUse(root);
    }
    return this;
  }

  /** A folder or file inside the data folder. */
  public Path resolve(String name) {
    return root.resolve(name);
  }

  /**
   * Writes a file that only its owner may read. It stands there whole or not at all, whenever the
   * process is killed.
   */
  public void writePrivate(String name, String content) {
    try {
      Path file = root.resolve(name);
      Path draft = root.resolve(name + ".new");
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(draft);
      Files.createFile(draft);
      if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(draft, PRIVATE);
      }
      try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (lock != null) {
        lock.release();
      }
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another live process owns the data folder. */
  public static final class DataFolderInUse extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    DataFolderInUse(Path root) {
      super(
          "The data folder "
              + root
              + " is in use: a Sonocert server is running on it."
              + " Stop that server, or set SONOCERT_DATA to another folder.");
    }
  }
}
