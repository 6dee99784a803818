package org.sonocert.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A look into the embedded database of a data folder, beside the server that runs on it. */
public final class JarDatabase implements AutoCloseable {
  private final Connection connection;

  public JarDatabase(Path data) {
    try {
      String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
      String password = Files.readAllLines(data.resolve("keys/database-passwords")).get(0);
      connection =
          DriverManager.getConnection(
              "jdbc:postgresql://127.0.0.1:" + port + "/sonocert?currentSchema=app,camunda",
              "postgres",
              password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of a query, each as its columns' values joined by a bar. */
  public List<String> lines(String sql, Object... params) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows(sql, params)) {
      lines.add(String.join(" | ", row));
    }
    return lines;
  }

  /** The first column of every row. */
  public List<String> texts(String sql, Object... params) {
    return rows(sql, params).stream().map(row -> row.get(0)).toList();
  }

  /** The rows of a query. */
  public List<List<String>> rows(String sql, Object... params) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < params.length; i++) {
        statement.setObject(i + 1, params[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        return read(result);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The one number that a query gives. */
  public long number(String sql, Object... params) {
    return Long.parseLong(rows(sql, params).get(0).get(0));
  }

  private static List<List<String>> read(ResultSet result) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    int columns = result.getMetaData().getColumnCount();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        row.add(String.valueOf(result.getString(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
