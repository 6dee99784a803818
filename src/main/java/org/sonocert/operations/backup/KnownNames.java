package org.sonocert.operations.backup;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a manifest may name. Its hashes say that nothing got lost, not who wrote it: so a file lies
 * in its folder and nowhere else, and of tables, columns and sequences there are only those that
 * the migrations made.
 */
final class KnownNames {
  /** A file beside the keys that no backup keeps: a restored database draws its own passwords. */
  static final String NOT_KEPT = "database-passwords";

  private static final Pattern FILE = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9_.-]*[A-Za-z0-9]");

  private KnownNames() {}

  /**
   * Looks at the files before any of them is read.
   *
   * @throws BackupRefused when one would lie elsewhere, or is no key among the keys
   */
  static void files(Manifest manifest) {
    manifest.tables().forEach(table -> demand(isFile(table.file()), "file", table.file()));
    manifest.keys().forEach(key -> demand(isKey(key.file()), "key file", key.file()));
  }

  /** Whether a key of this name can be kept and comes back. */
  static boolean isKey(String name) {
    return isFile(name) && !name.equalsIgnoreCase(NOT_KEPT);
  }

  /**
   * Looks at what is to be filled, before the first statement names it.
   *
   * @param columns of each table that the database has, as they stand in a statement
   * @throws BackupRefused when the manifest names anything else
   */
  static void tables(Manifest manifest, Map<String, List<String>> columns, Set<String> sequences) {
    for (Manifest.Table table : manifest.tables()) {
      List<String> known = columns.get(table.name());
      demand(known != null, "table", table.name());
      Set<String> unknown = new HashSet<>(table.columns());
      unknown.removeAll(Set.copyOf(known == null ? List.of() : known));
      demand(unknown.isEmpty(), "column of " + table.name(), unknown.toString());
    }
    Set<String> unknown =
        manifest.sequences().stream().map(Manifest.Sequence::name).collect(Collectors.toSet());
    unknown.removeAll(sequences);
    demand(unknown.isEmpty(), "sequence", unknown.toString());
  }

  private static boolean isFile(String name) {
    return FILE.matcher(name).matches();
  }

  private static void demand(boolean known, String what, String name) {
    if (!known) {
      throw new BackupRefused(
          Manifest.FILE
              + " names a "
              + what
              + " that no backup of this program has: "
              + name
              + "; nothing was restored from it");
    }
  }
}
