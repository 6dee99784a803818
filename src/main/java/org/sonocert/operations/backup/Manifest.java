package org.sonocert.operations.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds. Written last, so that a folder without it is no backup.
 *
 * @param format raised when an older program could not restore it
 * @param program version that made it
 * @param at instant of the snapshot, machine time
 * @param database version of the server that it came from
 * @param migrations which the tables have seen, in their order
 */
record Manifest(
    int format,
    String program,
    Instant at,
    String database,
    List<Migration> migrations,
    List<Table> tables,
    List<Sequence> sequences,
    List<KeyEntry> keys) {
  static final int FORMAT = 1;
  static final String FILE = "manifest.json";

  /** A migration, with the checksum of its script where it has one. */
  record Migration(String version, String checksum) {}

  /** The rows of a table, in COPY's text form, compressed. */
  record Table(
      String name, List<String> columns, long rows, String file, long bytes, String sha256) {}

  /** How far a sequence has come. */
  record Sequence(String name, long value, boolean called) {}

  /** A file of the folder of keys. */
  record KeyEntry(String file, String sha256) {}

  /** Size of all tables' files. */
  long bytes() {
    return tables.stream().mapToLong(Table::bytes).sum();
  }

  /** Number of all tables' rows. */
  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
