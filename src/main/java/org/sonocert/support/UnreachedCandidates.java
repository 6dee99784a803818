package org.sonocert.support;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Candidates whom no mail reaches while an enrolment runs, and what was tried; each row is noted
 * for the leaf of its transaction.
 */
@Repository
public class UnreachedCandidates {
  private final JdbcClient db;
  private final AuditTrail audit;

  UnreachedCandidates(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** Why nobody looks for the candidate any more. */
  public enum Outcome {
    REACHED("reached"),
    MAILBOX_ANSWERS("mailbox-answers"),
    ENROLMENT_OVER("enrolment-over");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }
  }

  /** One try to reach a candidate. */
  public record Attempt(AccountId by, Instant at, boolean reached, String note) {}

  /** Keeps that nobody hears from us; false when that is known already. */
  public boolean open(EnrolmentId enrolment, Instant now) {
    UUID id = UUID.randomUUID();
    int added =
        db.sql(
                """
                insert into unreached_candidate (id, enrolment_id, opened_at) values (?, ?, ?)
                on conflict (enrolment_id) where closed_at is null do nothing
                """)
            .params(id, enrolment.value(), Timestamp.from(now))
            .update();
    if (added == 1) {
      audit.note(enrolment, new Change("candidate-unreached", Map.of("id", id.toString())));
    }
    return added == 1;
  }

  /** The open one of an enrolment. */
  public Optional<UUID> openOf(EnrolmentId enrolment) {
    return db.sql("select id from unreached_candidate where enrolment_id = ? and closed_at is null")
        .param(enrolment.value())
        .query(UUID.class)
        .optional();
  }

  /** What was tried for the open one of an enrolment, oldest first, at most 50. */
  public List<Attempt> attempts(EnrolmentId enrolment) {
    return db.sql(
            """
            select a.tried_by, a.tried_at, a.reached, a.note from contact_attempt a
              join unreached_candidate u on u.id = a.unreached_id and u.closed_at is null
             where u.enrolment_id = ? order by a.id limit 50
            """)
        .param(enrolment.value())
        .query(
            (row, n) ->
                new Attempt(
                    new AccountId(row.getObject(1, UUID.class)),
                    row.getTimestamp(2).toInstant(),
                    row.getBoolean(3),
                    row.getString(4)))
        .list();
  }

  /** Keeps what was tried; the words stand in the table only, where they can be erased. */
  public void tried(EnrolmentId enrolment, UUID unreached, Attempt attempt) {
    db.sql(
            "insert into contact_attempt (unreached_id, enrolment_id, tried_by, tried_at, reached,"
                + " note) values (?, ?, ?, ?, ?, ?)")
        .param(unreached)
        .param(enrolment.value())
        .param(attempt.by().value())
        .param(Timestamp.from(attempt.at()))
        .param(attempt.reached())
        .param(attempt.note())
        .update();
    audit.note(
        enrolment,
        new Change(
            "contact-tried", Map.of("by", attempt.by().toString(), "reached", attempt.reached())));
  }

  /** Nobody looks for the candidate any more; false when nobody did. */
  public boolean close(EnrolmentId enrolment, Outcome outcome, Instant now) {
    int closed =
        db.sql(
                "update unreached_candidate set closed_at = ?, outcome = ?"
                    + " where enrolment_id = ? and closed_at is null")
            .params(Timestamp.from(now), outcome.word, enrolment.value())
            .update();
    if (closed == 1) {
      audit.note(
          enrolment, new Change("candidate-no-longer-unreached", Map.of("how", outcome.word)));
    }
    return closed == 1;
  }
}
