package org.sonocert.payment.codes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of which codes are made: 256 bits in {@code keys/enrollment-codes.key} of the data
 * folder, made at the first start, readable by its owner only. Who reads the database alone learns
 * no code. Nodes on one database must hold the same file.
 */
@Component
class CodeKey {
  private static final int BYTES = 32;

  private final byte[] key;

  CodeKey(@Value("${sonocert.data:data}") Path data) {
    Path file = data.toAbsolutePath().normalize().resolve("keys/enrollment-codes.key");
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      key = HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("The key of enrollment codes cannot be read from " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("The file " + file + " holds no key of enrollment codes", e);
    }
    if (key.length != BYTES) {
      throw new IllegalStateException("The file " + file + " holds no key of enrollment codes");
    }
  }

  /** The signs of a code, always the same for its id. */
  String signs(UUID code) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return CodeSigns.of(mac.doFinal(("sonocert/code/" + code).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    Path folder = file.resolveSibling("");
    Files.createDirectories(folder);
    Path half = Files.createTempFile(folder, "enrollment-codes", ".tmp", ownerOnly(folder));
    Files.writeString(half, HexFormat.of().formatHex(fresh) + "\n");
    Files.move(half, file);
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
