package org.sonocert.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;

/** Reads an enrolment from its row. */
final class EnrolmentRows {
  private EnrolmentRows() {}

  static Enrolment read(ResultSet row, int n) throws SQLException {
    return new Enrolment(
        new EnrolmentId(row.getObject("id", UUID.class)),
        new AccountId(row.getObject("candidate_id", UUID.class)),
        row.getString("product"),
        EnrolmentState.of(row.getString("state")),
        row.getTimestamp("opened_at").toInstant(),
        row.getLong("application_release"),
        row.getObject("release", Long.class),
        instant(row, "purchased_at"),
        instant(row, "window_ends_at"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getString("end_reason"),
        row.getBoolean("silent"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
