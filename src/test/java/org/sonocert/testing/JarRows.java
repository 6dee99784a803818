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

/** Reads rows of a jar's embedded database, for tests that look behind the pages. */
public final class JarRows {
  private final Path data;

  public JarRows(Path data) {
    this.data = data;
  }

  /** The first column of every row, as text. */
  public List<String> texts(String sql, Object... params) {
    try (Connection db = connect();
        PreparedStatement statement = db.prepareStatement(sql)) {
      for (int i = 0; i < params.length; i++) {
        statement.setObject(i + 1, params[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    try {
      String password = Files.readAllLines(data.resolve("keys/database-passwords")).get(0);
      String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + port.strip() + "/sonocert?currentSchema=app,camunda",
          "postgres",
          password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
