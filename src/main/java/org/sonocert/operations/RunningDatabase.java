package org.sonocert.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The embedded database of a data folder that another process owns: reached as a client, never
 * started or stopped.
 *
 * @param url where it listens
 * @param passwords of its logins
 */
public record RunningDatabase(String url, DatabasePasswords passwords) {
  private static final int PORT_LINE = 3;

  /** Reads where it listens; to be asked only while its owner runs. */
  public static RunningDatabase of(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
      String port = lines.get(PORT_LINE).strip();
      return new RunningDatabase(
          "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedDatabase.DATABASE,
          DatabasePasswords.in(new DataFolder(data)));
    } catch (IOException e) {
      throw new UncheckedIOException("The running database of " + data + " cannot be found", e);
    }
  }
}
