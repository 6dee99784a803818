package org.sonocert.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The books of the demo's card company. */
@Component
@Profile("demo")
class DemoBooks implements ProviderBooks {
  private static final String PREFIX = "demo_";

  private final JdbcClient db;

  DemoBooks(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String provider() {
    return "demo-card";
  }

  @Override
  public List<Line> since(Instant from) {
    Timestamp since = Timestamp.from(from);
    return db.sql(
            """
            select 'charge' kind, reference, amount_cents, currency, paid_at at from demo_card_charge
             where state in ('succeeded', 'given-back') and paid_at >= ?
            union all
            select 'refund', reference, amount_cents, currency, given_back_at from demo_card_charge
             where given_back_at >= ?
            """)
        .params(since, since)
        .query(DemoBooks::line)
        .list();
  }

  @Override
  public List<DisputeSaid> disputesSince(Instant from) {
    return db.sql("select * from demo_card_dispute where opened_at >= ?")
        .param(Timestamp.from(from))
        .query(DemoBooks::dispute)
        .list();
  }

  @Override
  public List<DisputeSaid> disputesOf(String payment) {
    return db.sql("select * from demo_card_dispute where charge = ?")
        .param(payment)
        .query(DemoBooks::dispute)
        .list();
  }

  private static DisputeSaid dispute(ResultSet row, int n) throws SQLException {
    String charge = row.getString("charge");
    String state = row.getString("state");
    return new DisputeSaid(
        row.getString("reference"),
        charge,
        UUID.fromString(charge.substring(PREFIX.length())),
        new Money(row.getLong("amount_cents"), row.getString("currency")),
        state.equals("needs_response") ? DisputeSaid.Phase.OPEN : DisputeSaid.Phase.of(state),
        true,
        row.getString("reason"),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("answer_by").toInstant(),
        row.getLong("fee_cents"),
        "/demo/card-company");
  }

  private static Line line(ResultSet row, int n) throws SQLException {
    String reference = row.getString("reference");
    return new Line(
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        reference,
        UUID.fromString(reference.substring(PREFIX.length())),
        new Money(row.getLong("amount_cents"), row.getString("currency")),
        row.getTimestamp("at").toInstant());
  }
}
