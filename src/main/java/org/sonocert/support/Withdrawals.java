package org.sonocert.support;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who withdrew from an enrolment, or told us of a death; each is written once. */
@Repository
public class Withdrawals {
  private final JdbcClient db;
  private final AuditTrail audit;

  Withdrawals(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** Why an enrolment is withdrawn. */
  public enum Cause {
    CANDIDATE,
    DEATH;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One withdrawal.
   *
   * @param note the candidate's reason (may be empty), or how the death is known
   * @param toldBy the candidate, or the member of staff who confirmed the report
   */
  public record Withdrawal(
      EnrolmentId enrolment, Cause cause, String note, AccountId toldBy, Instant at) {}

  /** The withdrawal of an enrolment, if any; the death, where one was recorded after it. */
  public Optional<Withdrawal> of(EnrolmentId enrolment) {
    return db.sql("select * from withdrawal where enrolment_id = ? order by cause desc limit 1")
        .param(enrolment.value())
        .query(
            (row, n) ->
                new Withdrawal(
                    enrolment,
                    Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                    row.getString("note"),
                    new AccountId(row.getObject("told_by", UUID.class)),
                    row.getTimestamp("at").toInstant()))
        .optional();
  }

  /** Keeps a withdrawal; a second one of the same cause changes nothing. */
  public void add(Withdrawal told) {
    db.sql("insert into withdrawal values (?, ?, ?, ?, ?) on conflict do nothing")
        .param(told.enrolment().value())
        .param(told.cause().word())
        .param(told.note())
        .param(told.toldBy().value())
        .param(Timestamp.from(told.at()))
        .update();
    audit.note(
        told.enrolment(),
        new Change(
            "withdrawal", Map.of("cause", told.cause().word(), "by", told.toldBy().toString())));
  }
}
