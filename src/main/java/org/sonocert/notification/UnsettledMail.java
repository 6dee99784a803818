package org.sonocert.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.MachineClock;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mail that waits for an operator: it failed, or nobody knows whether it arrived. */
@Component
public class UnsettledMail {
  /** A request to an evaluator that was refused is the candidate's to mend, who has been told. */
  private static final String BOUNCED =
      "state = 'FAILED' and kind in ('evaluator-invitation', 'evaluator-reminder')"
          + " and refused";

  private static final String OPEN = "state in ('FAILED','HELD') and settled_at is null";
  private static final String COLUMNS =
      "select id, kind, enrolment_id, message_id, state, attempts, last_error, created_at"
          + " from outbox where ";

  /** What waits; by the index of unsettled mail. */
  public static final String LIST =
      COLUMNS + OPEN + " and not (" + BOUNCED + ") order by created_at limit ?";

  /** What was refused lately; by the same index. */
  public static final String BOUNCES =
      COLUMNS + OPEN + " and " + BOUNCED + " and created_at > ? order by created_at desc limit ?";

  private final JdbcClient db;
  private final MachineClock machine;
  private final ProgrammeClock clock;

  UnsettledMail(JdbcClient db, MachineClock machine, ProgrammeClock clock) {
    this.db = db;
    this.machine = machine;
    this.clock = clock;
  }

  /**
   * A mail without its addressee and its content.
   *
   * @param held whether it may have arrived; otherwise it has not
   * @param error what the relay said last: may name an address
   * @param createdAt programme time
   */
  public record Waiting(
      UUID id,
      String kind,
      @Nullable EnrolmentId enrolment,
      String messageId,
      boolean held,
      int attempts,
      String error,
      Instant createdAt) {}

  /** What waits for a decision, oldest first. */
  public List<Waiting> list(int limit) {
    return db.sql(LIST).param(limit).query(UnsettledMail::row).list();
  }

  /** Requests to evaluators that were refused lately, newest first; their candidates are told. */
  public List<Waiting> bounced(Duration lately, int limit) {
    return db.sql(BOUNCES)
        .param(Timestamp.from(clock.now().minus(lately)))
        .param(limit)
        .query(UnsettledMail::row)
        .list();
  }

  /** A mail that waits for a decision. */
  public Optional<Waiting> find(UUID id) {
    return db.sql(COLUMNS + OPEN + " and id = ?").param(id).query(UnsettledMail::row).optional();
  }

  /** Sends it once more, with the same Message-ID. */
  @Transactional
  public void sendAgain(UUID id) {
    settled(
        db.sql(
                "update outbox set state = case when ambiguous then 'AMBIGUOUS' else 'PENDING' end,"
                    + " attempts = 0, next_attempt_at = ? where id = ? and "
                    + OPEN)
            .param(Timestamp.from(machine.now()))
            .param(id)
            .update());
  }

  /** The operator knows from elsewhere that it arrived. */
  @Transactional
  public void takeAsSent(UUID id) {
    settled(
        db.sql(
                "update outbox set state = 'SENT', sent_at = ?"
                    + " where id = ? and state = 'HELD' and settled_at is null")
            .param(Timestamp.from(machine.now()))
            .param(id)
            .update());
  }

  /** Nothing more is done about it; the row stays as it is. */
  @Transactional
  public void leave(UUID id) {
    settled(
        db.sql("update outbox set settled_at = ? where id = ? and " + OPEN)
            .param(Timestamp.from(machine.now()))
            .param(id)
            .update());
  }

  private static Waiting row(ResultSet row, int n) throws SQLException {
    UUID enrolment = row.getObject(3, UUID.class);
    return new Waiting(
        Objects.requireNonNull(row.getObject(1, UUID.class)),
        row.getString(2),
        enrolment == null ? null : new EnrolmentId(enrolment),
        row.getString(4),
        "HELD".equals(row.getString(5)),
        row.getInt(6),
        Objects.requireNonNullElse(row.getString(7), ""),
        row.getTimestamp(8).toInstant());
  }

  private static void settled(int rows) {
    if (rows == 0) {
      throw new Rejected(
          Rejection.conflict("mail-settled", "This mail does not wait for a decision any more."));
    }
  }
}
