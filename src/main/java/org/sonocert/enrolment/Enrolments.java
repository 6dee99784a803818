package org.sonocert.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of enrolments. Every change is noted for the audit leaf of its transaction. */
@Repository
public class Enrolments {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  Enrolments(JdbcClient db, AuditTrail audit, ProgrammeClock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** The enrolment, whoever asks; use {@link #ownedBy} on a person's path. */
  public Optional<Enrolment> find(EnrolmentId id) {
    return db.sql("select * from enrolment where id = ?")
        .param(id.value())
        .query(Enrolments::row)
        .optional();
  }

  /**
   * The enrolment.
   *
   * @throws Rejected NOT_FOUND when there is none
   */
  public Enrolment get(EnrolmentId id) {
    return find(id).orElseThrow(() -> new Rejected(Rejection.notFound("enrolment")));
  }

  /**
   * The candidate's own enrolment.
   *
   * @throws Rejected NOT_FOUND when it is another person's, as if it did not exist
   */
  public Enrolment ownedBy(AccountId candidate, EnrolmentId id) {
    return find(id)
        .filter(e -> e.candidate().equals(candidate))
        .orElseThrow(() -> new Rejected(Rejection.notFound("enrolment")));
  }

  /** Takes the enrolment's row lock until the transaction ends, and reads it. */
  public Enrolment lock(EnrolmentId id) {
    return db.sql("select * from enrolment where id = ? for update")
        .param(id.value())
        .query(Enrolments::row)
        .optional()
        .orElseThrow(() -> new Rejected(Rejection.notFound("enrolment")));
  }

  /** The candidate's enrolments, newest first. */
  public List<Enrolment> of(AccountId candidate) {
    return db.sql(
            "select * from enrolment where candidate_id = ? order by opened_at desc limit 100")
        .param(candidate.value())
        .query(Enrolments::row)
        .list();
  }

  /** Notes that the first item or scenario medium was presented; later calls change nothing. */
  public void markStarted(EnrolmentId id) {
    Instant now = clock.now();
    int changed =
        db.sql("update enrolment set started_at = ? where id = ? and started_at is null")
            .params(Timestamp.from(now), id.value())
            .update();
    if (changed == 1) {
      audit.note(id, new Change("assessment-started", Map.of("at", now.toString())));
    }
  }

  /**
   * Ends the enrolment.
   *
   * @throws IllegalStateException when it has ended before, since an enrolment ends once (INV-06)
   */
  public void end(EnrolmentId id, EnrolmentState end, Instant endedAt, String reason) {
    int changed =
        db.sql(
                """
                update enrolment set state = ?, ended_at = ?, end_reason = ?
                 where id = ? and state in ('applying', 'active', 'deciding')
                """)
            .params(end.word(), Timestamp.from(endedAt), reason, id.value())
            .update();
    if (changed != 1) {
      throw new IllegalStateException("Enrolment " + id + " has ended before");
    }
    audit.note(
        id,
        new Change(
            "enrolment-ended",
            Map.of("end", end.word(), "at", endedAt.toString(), "reason", reason)));
  }

  private static Enrolment row(ResultSet row, int n) throws SQLException {
    return new Enrolment(
        new EnrolmentId(row.getObject("id", java.util.UUID.class)),
        new AccountId(row.getObject("candidate_id", java.util.UUID.class)),
        row.getString("product"),
        EnrolmentState.of(row.getString("state")),
        row.getTimestamp("opened_at").toInstant(),
        row.getLong("application_release"),
        row.getObject("release", Long.class),
        instant(row, "purchased_at"),
        instant(row, "window_ends_at"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getString("end_reason"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
