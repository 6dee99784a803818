package org.sonocert.operations.desk;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.FailedSteps;
import org.sonocert.engine.FailedSteps.FailedStep;
import org.sonocert.enrolment.Enrolments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps that stand still, and having one tried again: who and why is kept, once for each form. */
@Component
public class RetryingSteps {
  private final JdbcClient db;
  private final FailedSteps steps;
  private final Enrolments enrolments;
  private final AuditTrail audit;
  private final Collisions collisions;
  private final ProgrammeClock clock;

  RetryingSteps(
      JdbcClient db,
      FailedSteps steps,
      Enrolments enrolments,
      AuditTrail audit,
      Collisions collisions,
      ProgrammeClock clock) {
    this.db = db;
    this.steps = steps;
    this.enrolments = enrolments;
    this.audit = audit;
    this.collisions = collisions;
    this.clock = clock;
  }

  /** The first of those that stand still. */
  public List<StandingStep> list(int limit) {
    return steps.list(limit).stream().map(StandingStep::of).toList();
  }

  /**
   * Has a step tried once more. The same form again changes nothing.
   *
   * @param form key of the rendered form
   * @throws Rejected INVALID without a reason, CONFLICT when the step does not stand still any more
   */
  public void retry(AccountId by, String job, String form, String typedReason) {
    UUID key = Reason.key(form);
    String reason = Reason.of(typedReason);
    collisions.retry(() -> attempt(by, job, key, reason));
  }

  private boolean attempt(AccountId by, String job, UUID key, String reason) {
    Optional<FailedStep> found = steps.find(job);
    EnrolmentId enrolment = found.map(FailedStep::enrolment).orElse(null);
    if (enrolment != null) {
      enrolments.lock(enrolment);
    }
    if (known(key)) {
      return false;
    }
    if (found.isEmpty() || !steps.tryAgain(job)) {
      throw new Rejected(
          Rejection.conflict(
              "step-runs", "This step does not stand still any more; somebody was quicker."));
    }
    keep(by, found.get(), key, reason);
    if (enrolment != null) {
      audit.note(
          enrolment,
          new Change("step-retried", Map.of("step", found.get().node(), "reason", reason)));
    }
    return true;
  }

  private boolean known(UUID key) {
    return db.sql("select 1 from step_retry where id = ?")
        .param(key)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private void keep(AccountId by, FailedStep step, UUID key, String reason) {
    EnrolmentId enrolment = step.enrolment();
    db.sql(
            """
            insert into step_retry (id, job_id, enrolment_id, process, node, reason, asked_by, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(key)
        .param(step.job())
        .param(enrolment == null ? null : enrolment.value())
        .param(step.process())
        .param(step.node())
        .param(reason)
        .param(by.value())
        .param(Timestamp.from(clock.now()))
        .update();
  }
}
