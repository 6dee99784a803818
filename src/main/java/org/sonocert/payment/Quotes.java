package org.sonocert.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The quotes of enrolments; each is written once. */
@Repository
public class Quotes {
  private final JdbcClient db;
  private final AuditTrail audit;

  Quotes(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** The last quote of an enrolment, the only one that can be paid. */
  public Optional<Quote> latest(EnrolmentId enrolment) {
    return db.sql("select * from quote where enrolment_id = ? order by number desc limit 1")
        .param(enrolment.value())
        .query((row, n) -> row(row, ""))
        .optional();
  }

  /** Keeps a quote as the enrolment's next one; steady only under the enrolment's row lock. */
  Quote add(Quote quote) {
    Quote kept = insert(quote);
    note(kept);
    return kept;
  }

  private Quote insert(Quote quote) {
    return db.sql(
            """
            insert into quote
            select ?, q.enrolment, 1 + (select count(*) from quote b where b.enrolment_id = q.enrolment),
                   ?, ?, ?, ?, ?, ?, ?, ?
              from (select ?::uuid as enrolment) q
            returning *
            """)
        .param(quote.id())
        .param(quote.product())
        .param(quote.price().cents())
        .param(quote.price().currency())
        .param(quote.release())
        .param(quote.catalogueVersion())
        .param(Timestamp.from(quote.windowEndsAt()))
        .param(Timestamp.from(quote.preparedAt()))
        .param(Timestamp.from(quote.expiresAt()))
        .param(quote.enrolment().value())
        .query((row, n) -> row(row, ""))
        .single();
  }

  private void note(Quote quote) {
    audit.note(
        quote.enrolment(),
        new Change(
            "quote-prepared",
            Map.of(
                "amountCents", quote.price().cents(),
                "currency", quote.price().currency(),
                "release", quote.release(),
                "expiresAt", quote.expiresAt().toString())));
  }

  /** Reads a quote from columns whose names begin with the prefix. */
  public static Quote row(ResultSet row, String prefix) throws SQLException {
    return new Quote(
        row.getObject(prefix + "id", UUID.class),
        new EnrolmentId(row.getObject(prefix + "enrolment_id", UUID.class)),
        row.getInt(prefix + "number"),
        row.getString(prefix + "product"),
        new Money(row.getLong(prefix + "amount_cents"), row.getString(prefix + "currency")),
        row.getLong(prefix + "release"),
        row.getString(prefix + "catalogue_version"),
        row.getTimestamp(prefix + "window_ends_at").toInstant(),
        row.getTimestamp(prefix + "prepared_at").toInstant(),
        row.getTimestamp(prefix + "expires_at").toInstant());
  }
}
