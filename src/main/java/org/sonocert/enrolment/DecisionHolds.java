package org.sonocert.enrolment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.OncePerTransaction;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.ProcessSignals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What holds the decision on an enrolment. Whoever has an open question about it holds the decision
 * and releases it when the question is answered, also after the enrolment has ended. The work goes
 * on meanwhile; an award that is due waits in the trunk until the last hold is closed, and evidence
 * that came in time stays in time (product rules, 2 and 3).
 */
@Service
public class DecisionHolds {
  /** Sent to the trunk when nothing holds the decision any more. */
  private static final String CLOSED = "Message_HoldsClosed";

  /** Under this name a transaction keeps what holds an enrolment whose row it has locked. */
  private static final Class<?> OPEN = DecisionHolds.class;

  private final Enrolments enrolments;
  private final ProcessSignals signals;
  private final AuditTrail audit;
  private final ProgrammeClock clock;
  private final JdbcClient db;

  DecisionHolds(
      Enrolments enrolments,
      ProcessSignals signals,
      AuditTrail audit,
      ProgrammeClock clock,
      JdbcClient db) {
    this.enrolments = enrolments;
    this.signals = signals;
    this.audit = audit;
    this.clock = clock;
    this.db = db;
  }

  /**
   * One hold.
   *
   * @param reference what the capability knows its question by
   */
  public record Hold(HoldKind kind, String reference, Instant since) {}

  /**
   * Holds the decision from now on. Held again under the same reference nothing changes, and a
   * question that was answered does not hold a second time.
   *
   * @return whether the decision is now held because of this call; false after the enrolment's end
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean hold(EnrolmentId id, HoldKind kind, String reference) {
    if (enrolments.lock(id).state().ended()) {
      return false;
    }
    int opened =
        db.sql("insert into decision_hold values (?, ?, ?, ?) on conflict do nothing")
            .params(id.value(), kind.word(), reference, Timestamp.from(clock.now()))
            .update();
    return noted(opened, id, "decision-held", kind, reference);
  }

  /**
   * Ends a hold; when it was the last one, an award that waited for it goes on by a job.
   *
   * @return whether a hold of that reference was open
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean release(EnrolmentId id, HoldKind kind, String reference) {
    Enrolment enrolment = enrolments.lock(id);
    int closed =
        db.sql(
                """
                update decision_hold set closed_at = greatest(?, opened_at)
                 where enrolment_id = ? and kind = ? and reference = ? and closed_at is null
                """)
            .params(Timestamp.from(clock.now()), id.value(), kind.word(), reference)
            .update();
    boolean released = noted(closed, id, "decision-released", kind, reference);
    if (released && !enrolment.state().ended() && open(id).isEmpty()) {
      signals.signal(id, CLOSED, Map.of());
    }
    return released;
  }

  private boolean noted(int rows, EnrolmentId id, String type, HoldKind kind, String reference) {
    OncePerTransaction.forget(OPEN, id);
    if (rows == 1) {
      audit.note(id, new Change(type, Map.of("kind", kind.word(), "reference", reference)));
    }
    return rows == 1;
  }

  /** What holds the decision, the oldest first. */
  public List<Hold> open(EnrolmentId id) {
    return OncePerTransaction.of(OPEN, id, this::read);
  }

  /**
   * What holds the decision, certain until this transaction ends, since nobody else can hold it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Hold> openLocked(EnrolmentId id) {
    enrolments.lock(id);
    return open(id);
  }

  private List<Hold> read(EnrolmentId id) {
    return db.sql(
            """
            select kind, reference, opened_at from decision_hold
             where enrolment_id = ? and closed_at is null order by opened_at, kind, reference
            """)
        .param(id.value())
        .query(
            (row, n) ->
                new Hold(
                    HoldKind.of(row.getString(1)),
                    row.getString(2),
                    row.getTimestamp(3).toInstant()))
        .list();
  }
}
