package org.sonocert.enrolment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.catalogue.Prices;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plain-text receipts of what was bought; each is written once. */
@Repository
public class Receipts {
  private final JdbcClient db;

  Receipts(JdbcClient db) {
    this.db = db;
  }

  /**
   * What was bought.
   *
   * @param window literal of the release's window timer
   * @param given what the ledger added to it at the purchase
   * @param rules the rules in force in plain text
   */
  public record Receipt(
      EnrolmentId enrolment,
      long release,
      String releaseHash,
      long amountCents,
      String currency,
      Duration window,
      Duration given,
      Instant windowEndsAt,
      String rules,
      Instant writtenAt) {

    /** The rules line by line. */
    public List<String> lines() {
      return rules.lines().toList();
    }

    /** The price as people read it. */
    public String price(Locale locale) {
      return Prices.inWords(amountCents, currency, locale);
    }
  }

  /** Keeps a receipt and makes its application an active enrolment, both or none. */
  static final String INSERT_AND_ACTIVATE =
      """
      with bought as (
        insert into rules_receipt values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *)
      update enrolment e set state = 'active', release = b.release, purchased_at = b.written_at,
             window_ends_at = b.window_ends_at
        from bought b where e.id = b.enrolment_id and e.state = 'applying'
      """;

  static List<Object> columns(Receipt receipt) {
    return List.of(
        receipt.enrolment().value(),
        receipt.release(),
        receipt.releaseHash(),
        receipt.amountCents(),
        receipt.currency(),
        receipt.window().toSeconds(),
        receipt.given().toSeconds(),
        Timestamp.from(receipt.windowEndsAt()),
        receipt.rules(),
        Timestamp.from(receipt.writtenAt()));
  }

  /** The receipt of an enrolment, empty until it is bought. */
  public Optional<Receipt> of(EnrolmentId enrolment) {
    return db.sql("select * from rules_receipt where enrolment_id = ?")
        .param(enrolment.value())
        .query(
            (row, n) ->
                new Receipt(
                    new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                    row.getLong("release"),
                    row.getString("release_hash"),
                    row.getLong("amount_cents"),
                    row.getString("currency"),
                    Duration.ofSeconds(row.getLong("window_seconds")),
                    Duration.ofSeconds(row.getLong("given_seconds")),
                    row.getTimestamp("window_ends_at").toInstant(),
                    row.getString("rules"),
                    row.getTimestamp("written_at").toInstant()))
        .optional();
  }
}
