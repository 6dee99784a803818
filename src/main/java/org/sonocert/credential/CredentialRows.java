package org.sonocert.credential;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;

/** Reads a credential from its row. */
final class CredentialRows {
  private CredentialRows() {}

  static Credential read(ResultSet row, int n) throws SQLException {
    return new Credential(
        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
        new Serial(row.getString("serial")),
        new AccountId(row.getObject("candidate_id", UUID.class)),
        row.getString("product"),
        Scheme.of(row.getString("scheme")),
        row.getString("scope"),
        texts(row.getArray("areas")),
        row.getString("holder_name"),
        row.getString("issuer"),
        row.getTimestamp("awarded_at").toInstant(),
        row.getTimestamp("valid_until").toInstant(),
        row.getString("validity_reason"),
        row.getLong("release"),
        row.getString("decision_reason"),
        CredentialState.of(row.getString("state")),
        row.getTimestamp("state_since").toInstant(),
        instant(row.getTimestamp("replaced_at")),
        row.getInt("documents"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
