package org.sonocert.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as the sender sees it. Each method is one statement and commits by itself. */
@Repository
class OutboxRows {
  /** Longer than every timeout of the relay together. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final TypeReference<Map<String, String>> MODEL = new TypeReference<>() {};
  private static final String CLAIM =
      """
      update outbox set state = 'STARTED', attempts = attempts + 1, epoch = epoch + 1,
                        lease_until = ?
       where id = (select id from outbox
                    where state in ('PENDING','AMBIGUOUS') and next_attempt_at <= ?
                    order by next_attempt_at limit 1 for update skip locked)
      returning id, kind, recipient, locale, model, message_id, attempts, epoch, lease_until,
                created_at
      """;
  private static final String SETTLE =
      """
      update outbox set state = ?, next_attempt_at = ?, last_error = ?, refused = ?,
                        lease_until = null
       where id = ? and epoch = ? and state = 'STARTED'
      returning kind, occurrence, enrolment_id, recipient
      """;
  private static final String UNCERTAIN =
      " ambiguous = true, epoch = epoch + 1, lease_until = null, next_attempt_at = ?,"
          + " state = case when kind = any(?) then 'AMBIGUOUS' else 'HELD' end ";

  private final JdbcClient db;
  private final MailKinds kinds;
  private final JsonMapper json = JsonMapper.shared();

  OutboxRows(JdbcClient db, MailKinds kinds) {
    this.db = db;
    this.kinds = kinds;
  }

  /** Takes the next due mail and commits "attempt n started". */
  Optional<ClaimedMail> claim(Instant now) {
    return db.sql(CLAIM)
        .param(Timestamp.from(now.plus(LEASE)))
        .param(Timestamp.from(now))
        .query(this::row)
        .optional();
  }

  /** The relay accepted it: links and codes are taken out of the row. False when fenced. */
  boolean sent(ClaimedMail mail, Instant now) {
    return db.sql(
                "update outbox set state = 'SENT', sent_at = ?, lease_until = null,"
                    + " last_error = null, model = ?::jsonb"
                    + " where id = ? and epoch = ? and state = 'STARTED'")
            .param(Timestamp.from(now))
            .param(json.writeValueAsString(Secrets.without(mail.model())))
            .param(mail.id())
            .param(mail.epoch())
            .update()
        == 1;
  }

  void later(ClaimedMail mail, Instant next, String error) {
    settle(mail, "PENDING", next, error, false).query().listOfRows();
  }

  /** It will not arrive. Empty when fenced. */
  Optional<MailFailed> failed(ClaimedMail mail, Instant now, String error, boolean refused) {
    return settle(mail, "FAILED", now, error, refused)
        .query(
            (row, n) -> {
              UUID id = row.getObject(3, UUID.class);
              return new MailFailed(
                  row.getString(1),
                  row.getString(2),
                  row.getString(4),
                  id == null ? null : new EnrolmentId(id),
                  refused);
            })
        .optional();
  }

  private JdbcClient.StatementSpec settle(
      ClaimedMail mail, String state, Instant next, String error, boolean refused) {
    return db.sql(SETTLE)
        .param(state)
        .param(Timestamp.from(next))
        .param(error)
        .param(refused)
        .param(mail.id())
        .param(mail.epoch());
  }

  /** The line broke after the last byte: the kind's rule decides, after the last try a person. */
  void uncertain(ClaimedMail mail, Instant next, String error, boolean last) {
    db.sql(
            "update outbox set last_error = ?,"
                + UNCERTAIN
                + "where id = ? and epoch = ? and state = 'STARTED'")
        .param(error)
        .param(Timestamp.from(next))
        .param(last ? new String[0] : kinds.sentAgain().toArray(String[]::new))
        .param(mail.id())
        .param(mail.epoch())
        .update();
  }

  /** Attempts whose sender is gone: the kind's rule decides. Returns how many. */
  int abandon(Instant now) {
    return db.sql(
            "update outbox set last_error = 'The sender stopped between started and sent',"
                + UNCERTAIN
                + "where state = 'STARTED' and lease_until < ?")
        .param(Timestamp.from(now))
        .param(kinds.sentAgain().toArray(String[]::new))
        .param(Timestamp.from(now))
        .update();
  }

  private ClaimedMail row(ResultSet row, int n) throws SQLException {
    return new ClaimedMail(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        Locale.forLanguageTag(row.getString(4)),
        json.readValue(row.getString(5), MODEL),
        row.getString(6),
        row.getInt(7),
        row.getLong(8),
        row.getTimestamp(9).toInstant(),
        row.getTimestamp(10).toInstant());
  }
}
