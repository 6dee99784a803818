package org.sonocert.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of 256 bits in a file of the data folder, made at the first start, readable by its owner
 * only. Nodes on one database must hold the same file; {@link DatabaseKeys} sees to it.
 */
public final class KeyFile {
  private static final int BYTES = 32;
  private static final String HMAC = "HmacSHA256";

  private final String name;
  private final byte[] key;

  /**
   * Reads the key, or makes it.
   *
   * @param data the data folder
   * @param name of the file below {@code keys}, without its ending
   * @throws IllegalStateException when the file holds something else
   */
  public KeyFile(Path data, String name) {
    this.name = name;
    Path file = data.toAbsolutePath().normalize().resolve("keys").resolve(name + ".key");
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      key = HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("The key cannot be read from " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("The file " + file + " holds no key", e);
    }
    if (key.length != BYTES) {
      throw new IllegalStateException("The file " + file + " holds no key");
    }
  }

  /** The file's name, without its ending. */
  public String name() {
    return name;
  }

  /** Names the key without revealing it. */
  public String id() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** HMAC-SHA256 of a text under the key: 32 bytes, always the same for the same text. */
  public byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    Path folder = file.resolveSibling("");
    Files.createDirectories(folder);
    Path half = Files.createTempFile(folder, "key", ".tmp", ownerOnly(folder));
    Files.writeString(half, HexFormat.of().formatHex(fresh) + "\n");
    takePlace(half, file);
  }

  /** Two nodes that share the folder may come here together: the first one's key stays. */
  private static void takePlace(Path half, Path file) throws IOException {
    try {
      Files.createLink(file, half);
    } catch (FileAlreadyExistsException e) {
      // The other node was first, and its file is whole.
    } catch (UnsupportedOperationException e) {
      Files.move(half, file);
    }
    Files.deleteIfExists(half);
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
