package org.sonocert.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Generated passwords of the embedded database: superuser, owner (migrates), application (reads and
 * writes rows). Kept in a file that only its owner may read.
 */
public record DatabasePasswords(String superuser, String owner, String application) {
  private static final String FILE = "keys/database-passwords";

  static DatabasePasswords in(DataFolder folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      DatabasePasswords fresh = new DatabasePasswords(random(), random(), random());
      folder.writePrivate(
          FILE, String.join("\n", fresh.superuser, fresh.owner, fresh.application) + "\n");
      return fresh;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      return new DatabasePasswords(lines.get(0), lines.get(1), lines.get(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
