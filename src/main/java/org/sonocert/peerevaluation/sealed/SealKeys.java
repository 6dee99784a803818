package org.sonocert.peerevaluation.sealed;

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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of sealed answers: 256 bits in {@code keys/sealed-answers.key} of the data folder, made
 * at the first start, readable by its owner only. Each use has its own key, derived from it.
 * Nothing outside this package can load it. Nodes on one database must hold the same file.
 */
@Component
class SealKeys {
  private static final int BYTES = 32;

  private final byte[] master;
  private final String id;

  SealKeys(@Value("${sonocert.data:data}") Path data) {
    Path file = data.toAbsolutePath().normalize().resolve("keys/sealed-answers.key");
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      master = HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("The key of sealed answers cannot be read from " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("The file " + file + " holds no key of sealed answers", e);
    }
    if (master.length != BYTES) {
      throw new IllegalStateException("The file " + file + " holds no key of sealed answers");
    }
    id = HexFormat.of().formatHex(sha256(master), 0, 8);
  }

  /** Names the key without revealing it, so that a row says which key sealed it. */
  String id() {
    return id;
  }

  /** The key for one use; knowing it does not give the others. */
  byte[] derive(String use) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(master, "HmacSHA256"));
      return mac.doFinal(("sonocert/" + use).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    Path folder = file.resolveSibling("");
    Files.createDirectories(folder);
    Path half = Files.createTempFile(folder, "sealed-answers", ".tmp", ownerOnly(folder));
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

  private static byte[] sha256(byte[] of) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(of);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
