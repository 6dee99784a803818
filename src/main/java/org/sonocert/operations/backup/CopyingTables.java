package org.sonocert.operations.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;

/** Rows of a table out of and into the database, as PostgreSQL's COPY writes them. */
final class CopyingTables {
  /**
   * All tables of ours and of the engine but three kinds: the list of migrations, which the
   * restored program makes again; sessions, since nobody shall be signed in by an old backup; and
   * the scheduler's, which each start fills.
   */
  private static final String TABLES =
      """
      select n.nspname || '.' || c.relname,
             string_agg(quote_ident(a.attname), ',' order by a.attnum)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                           and a.attgenerated = ''
       where c.relkind = 'r' and n.nspname in ('app', 'camunda')
         and c.relname <> 'flyway_schema_history' and c.relname not like 'spring\\_session%'
       group by n.nspname, c.relname order by 1
      """;

  private static final String SEQUENCES =
      """
      select n.nspname || '.' || c.relname from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'S' and n.nspname in ('app', 'camunda') order by 1
      """;

  private final Connection db;

  CopyingTables(Connection db) {
    this.db = db;
  }

  /** Writes every table into the folder, in the connection's snapshot. */
  List<Manifest.Table> write(Path folder) throws SQLException, IOException {
    List<Manifest.Table> written = new ArrayList<>();
    for (String[] table : rows(TABLES)) {
      written.add(write(folder, table[0], List.of(table[1].split(","))));
    }
    return written;
  }

  private Manifest.Table write(Path folder, String table, List<String> columns)
      throws SQLException, IOException {
    String file = table + ".copy.gz";
    MessageDigest digest = Hashes.digest();
    long rows;
    try (OutputStream out =
        new GZIPOutputStream(
            new BufferedOutputStream(
                new DigestOutputStream(Files.newOutputStream(folder.resolve(file)), digest)))) {
      rows =
          db.unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("copy " + target(table, columns) + " to stdout", out);
    }
    long bytes = Files.size(folder.resolve(file));
    return new Manifest.Table(table, columns, rows, file, bytes, Hashes.hex(digest));
  }

  /**
   * Lets through only what stands in this database.
   *
   * @throws BackupRefused when the manifest names a table, column or sequence that is not there
   */
  void demandKnown(Manifest manifest) throws SQLException {
    Map<String, List<String>> columns = new HashMap<>();
    for (String[] table : rows(TABLES)) {
      columns.put(table[0], List.of(table[1].split(",")));
    }
    Set<String> sequences = new HashSet<>();
    rows(SEQUENCES).forEach(row -> sequences.add(row[0]));
    KnownNames.tables(manifest, columns, sequences);
  }

  /** Reads a table's file into it; gives the number of rows. */
  long read(Path folder, Manifest.Table table) throws SQLException, IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve(table.file())), 1 << 16)) {
      return db.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + target(table.name(), table.columns()) + " from stdin", in);
    }
  }

  private static String target(String table, List<String> columns) {
    return quoted(table) + " (" + String.join(",", columns) + ")";
  }

  /** Schema and name, as they stand in a statement. */
  static String quoted(String name) {
    return List.of(name.split("\\.")).stream()
        .map(part -> '"' + part.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining("."));
  }

  /** How far each sequence has come; read after the tables, so never behind them. */
  List<Manifest.Sequence> sequences() throws SQLException {
    List<Manifest.Sequence> found = new ArrayList<>();
    for (String[] name : rows(SEQUENCES)) {
      try (Statement s = db.createStatement();
          ResultSet row = s.executeQuery("select last_value, is_called from " + quoted(name[0]))) {
        row.next();
        found.add(new Manifest.Sequence(name[0], row.getLong(1), row.getBoolean(2)));
      }
    }
    return found;
  }

  /** Migrations that the tables have seen. */
  List<Manifest.Migration> migrations() throws SQLException {
    return rows(
            "select version, coalesce(checksum::text, '') from app.flyway_schema_history"
                + " where version is not null and success order by installed_rank")
        .stream()
        .map(row -> new Manifest.Migration(row[0], row[1]))
        .toList();
  }

  private List<String[]> rows(String sql) throws SQLException {
    List<String[]> rows = new ArrayList<>();
    try (Statement s = db.createStatement();
        ResultSet result = s.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        String[] row = new String[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = result.getString(i + 1);
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
