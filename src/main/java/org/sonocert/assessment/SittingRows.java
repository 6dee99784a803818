package org.sonocert.assessment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;

/** Reads one sitting out of the rows of its answers. */
final class SittingRows {
  private SittingRows() {}

  static Optional<Sitting> read(ResultSet row) throws SQLException {
    if (!row.next()) {
      return Optional.empty();
    }
    Map<String, List<String>> answers = new LinkedHashMap<>();
    Sitting sitting = row(row, answers);
    do {
      Array chosen = row.getArray("chosen");
      if (chosen != null) {
        answers.put(row.getString("item_id"), List.of((String[]) chosen.getArray()));
      }
    } while (row.next());
    return Optional.of(sitting);
  }

  private static Sitting row(ResultSet row, Map<String, List<String>> answers) throws SQLException {
    return new Sitting(
        row.getObject("id", UUID.class),
        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
        new AccountId(row.getObject("candidate_id", UUID.class)),
        new TestForm.Id(row.getString("form_id"), row.getInt("form_version")),
        row.getInt("cut_percent"),
        row.getTimestamp("started_at").toInstant(),
        instant(row, "finished_at"),
        answers,
        position(row),
        new Sitting.Window(row.getBoolean("running"), instant(row, "window_ends_at")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static Sitting.@Nullable Position position(ResultSet row) throws SQLException {
    int stage = row.getInt("stage");
    return row.wasNull() ? null : new Sitting.Position(stage, row.getDouble("second"));
  }
}
