package org.sonocert.payment.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.payment.Money;
import org.sonocert.payment.refund.Refund.Return;

/** Reads refunds and the money behind them from their rows. */
final class RefundRows {
  private RefundRows() {}

  static Refund refund(ResultSet row, int n) throws SQLException {
    Instant due = instant(row, "due_at");
    return new Refund(
        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
        row.getTimestamp("requested_at").toInstant(),
        row.getBoolean("granted"),
        row.getString("reason"),
        row.getLong("release"),
        due == null
            ? null
            : new Return(
                money(row, false),
                due,
                instant(row, "by_hand_since"),
                instant(row, "returned_at")));
  }

  static PaidMoney paid(ResultSet row, int n) throws SQLException {
    return money(row, row.getBoolean("disputed"));
  }

  private static PaidMoney money(ResultSet row, boolean disputed) throws SQLException {
    return new PaidMoney(
        row.getObject("intent_id", UUID.class),
        new Money(row.getLong("amount_cents"), row.getString("currency")),
        row.getString("instrument"),
        disputed);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
