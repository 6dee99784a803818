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
 * writes rows), reader (for auditors). Kept in a file that only its owner may read.
 */
public record DatabasePasswords(String superuser, String owner, String application, String reader) {
  private static final String FILE = "keys/database-passwords";

  /** Line of the reader's, which files of an earlier version lack. */
  private static final int READER = 3;

  static DatabasePasswords in(DataFolder folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return new DatabasePasswords(random(), random(), random(), random()).keptIn(folder);
    }
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.size() > READER
          ? new DatabasePasswords(lines.get(0), lines.get(1), lines.get(2), lines.get(READER))
          : new DatabasePasswords(lines.get(0), lines.get(1), lines.get(2), random())
              .keptIn(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DatabasePasswords keptIn(DataFolder folder) {
    folder.writePrivate(FILE, String.join("\n", superuser, owner, application, reader) + "\n");
    return this;
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
