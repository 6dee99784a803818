package org.sonocert.exceptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.exceptions.WindowException.Decision;
import org.sonocert.exceptions.WindowException.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of exceptions and their decisions; both are written once. */
@Repository
public class WindowExceptions {
  private static final String SELECT =
      """
      select x.*, d.outcome, d.reason as decision_reason, d.decided_by, d.decided_at, d.ends_at
        from window_exception x left join window_exception_decision d on d.exception_id = x.id
       where x.enrolment_id = ?
      """;

  private final JdbcClient db;
  private final AuditTrail audit;

  WindowExceptions(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** The exceptions of an enrolment, newest first; of each kind one at most is open. */
  public List<WindowException> of(EnrolmentId enrolment) {
    return db.sql(SELECT + " order by x.requested_at desc, x.id")
        .param(enrolment.value())
        .query(WindowExceptions::row)
        .list();
  }

  /**
   * The exception.
   *
   * @throws Rejected NOT_FOUND when the enrolment has none of that id
   */
  public WindowException get(EnrolmentId enrolment, UUID id) {
    return db.sql(SELECT + " and x.id = ?")
        .params(enrolment.value(), id)
        .query(WindowExceptions::row)
        .optional()
        .orElseThrow(() -> new Rejected(Rejection.notFound("exception")));
  }

  /**
   * Keeps a new one.
   *
   * @throws Rejected NOT_FOUND when its id belongs to another one
   */
  void add(WindowException asked) {
    Wish wish = asked.wish();
    int added =
        db.sql(
                """
                insert into window_exception (id, enrolment_id, kind, seconds, held_from, held_until,
                  reason, rule, requested_by, support_request, requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """)
            .param(wish.id())
            .param(asked.enrolment().value())
            .param(wish.kind().word())
            .param(wish.added().toSeconds())
            .param(timestamp(wish.heldFrom()))
            .param(timestamp(wish.heldUntil()))
            .param(wish.reason())
            .param(asked.rule())
            .param(asked.requestedBy().value())
            .param(wish.supportRequest())
            .param(Timestamp.from(asked.requestedAt()))
            .update();
    if (added == 0) {
      throw new Rejected(Rejection.notFound("exception"));
    }
    note(asked, "exception-requested", Map.of("seconds", wish.added().toSeconds()));
  }

  /** Keeps the one decision. */
  void decide(WindowException asked, Decision made) {
    AccountId by = made.by();
    db.sql(
            """
            insert into window_exception_decision (exception_id, enrolment_id, outcome, reason,
              requested_by, decided_by, decided_at, ends_at) values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(asked.wish().id())
        .param(asked.enrolment().value())
        .param(made.outcome().word())
        .param(made.reason())
        .param(asked.requestedBy().value())
        .param(by == null ? null : by.value())
        .param(Timestamp.from(made.at()))
        .param(timestamp(made.endsAt()))
        .update();
    note(asked, "exception-decided", Map.of("outcome", made.outcome().word()));
  }

  private void note(WindowException about, String what, Map<String, Object> more) {
    Map<String, Object> data = new java.util.HashMap<>(more);
    data.put("exception", about.wish().id().toString());
    data.put("kind", about.wish().kind().word());
    audit.note(about.enrolment(), new Change(what, data));
  }

  private static WindowException row(ResultSet row, int n) throws SQLException {
    return new WindowException(
        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
        new Wish(
            row.getObject("id", UUID.class),
            ExceptionKind.of(row.getString("kind")).orElseThrow(),
            Duration.ofSeconds(row.getLong("seconds")),
            instant(row, "held_from"),
            instant(row, "held_until"),
            row.getString("reason"),
            row.getObject("support_request", UUID.class)),
        row.getString("rule"),
        new AccountId(row.getObject("requested_by", UUID.class)),
        row.getTimestamp("requested_at").toInstant(),
        decision(row));
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    if (outcome == null) {
      return null;
    }
    UUID by = row.getObject("decided_by", UUID.class);
    return new Decision(
        Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        row.getString("decision_reason"),
        by == null ? null : new AccountId(by),
        Objects.requireNonNull(instant(row, "decided_at")),
        instant(row, "ends_at"));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
