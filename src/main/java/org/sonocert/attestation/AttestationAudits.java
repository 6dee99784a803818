package org.sonocert.attestation;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.attestation.AttestationAudit.Outcome;
import org.sonocert.attestation.AttestationAudit.Result;
import org.sonocert.attestation.AttestationAudit.SentLog;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of audits of attested cases. Each row is written once, under the enrolment's lock. */
@Repository
public class AttestationAudits {
  private final JdbcClient db;
  private final Lots lots;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  AttestationAudits(JdbcClient db, Lots lots, AuditTrail audit, ProgrammeClock clock) {
    this.db = db;
    this.lots = lots;
    this.audit = audit;
    this.clock = clock;
  }

  /** The number of an enrolment; drawn at the first call and the same at any later one. */
  public int lot(EnrolmentId id) {
    Optional<Integer> before =
        db.sql("select lot from attestation_lot where enrolment_id = ?")
            .param(id.value())
            .query(Integer.class)
            .optional();
    return before.orElseGet(() -> draw(id));
  }

  private int draw(EnrolmentId id) {
    int lot = lots.draw(id);
    db.sql("insert into attestation_lot values (?, ?, ?)").params(id.value(), lot, now()).update();
    audit.note(id, new Change("attestation-lot-drawn", Map.of("lot", lot)));
    return lot;
  }

  /** Keeps that the candidate is asked for a log; asked before, nothing changes. */
  public void ask(EnrolmentId id, Instant answerBy) {
    db.sql("insert into attestation_audit values (?, ?, ?) on conflict do nothing")
        .params(id.value(), now(), Timestamp.from(answerBy))
        .update();
    audit.note(id, new Change("case-log-asked-for", Map.of("by", answerBy.toString())));
  }

  /** Keeps a log; of its content only the hash goes into the audit trail. */
  public void keep(EnrolmentId id, CaseLog log, AccountId by) {
    String body = log.body();
    db.sql(
            """
            insert into case_log values (:id, :cases, :body, sha256(convert_to(:body, 'UTF8')), :by, :at)
            """)
        .param("id", id.value())
        .param("cases", log.entries().size())
        .param("body", body)
        .param("by", by.value())
        .param("at", now())
        .update();
    int bytes = body.getBytes(StandardCharsets.UTF_8).length;
    audit.note(
        id, new Change("case-log-sent", Map.of("cases", log.entries().size(), "bytes", bytes)));
  }

  /** Keeps what came of it; null by whom when nobody decided. */
  public void decide(EnrolmentId id, Outcome outcome, String reason, @Nullable AccountId by) {
    int kept =
        db.sql("insert into attestation_audit_result values (?, ?, ?, ?, ?) on conflict do nothing")
            .param(id.value())
            .param(outcome.word())
            .param(reason)
            .param(by == null ? null : by.value())
            .param(now())
            .update();
    if (kept == 1) {
      audit.note(id, new Change("attestation-audit-over", Map.of("outcome", outcome.word())));
    }
  }

  /** The audit of an enrolment; empty when it was not drawn. */
  public Optional<AttestationAudit> of(EnrolmentId id) {
    return db.sql(
            """
            select a.*, l.cases, l.body, l.sent_at, r.outcome, r.reason, r.decided_at
              from attestation_audit a left join case_log l using (enrolment_id)
              left join attestation_audit_result r using (enrolment_id)
             where a.enrolment_id = ?
            """)
        .param(id.value())
        .query((row, n) -> audit(id, row))
        .optional();
  }

  /** How many cases the candidate attested. */
  public int attested(EnrolmentId id) {
    return db.sql(
            "select coalesce(sum(cases), 0)::int from v_application_attested where enrolment_id = ?")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  private static AttestationAudit audit(EnrolmentId id, ResultSet row) throws SQLException {
    String body = row.getString("body");
    String outcome = row.getString("outcome");
    return new AttestationAudit(
        id,
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("answer_by").toInstant(),
        body == null
            ? null
            : new SentLog(row.getInt("cases"), body, row.getTimestamp("sent_at").toInstant()),
        outcome == null
            ? null
            : new Result(
                Outcome.of(outcome),
                row.getString("reason"),
                row.getTimestamp("decided_at").toInstant()));
  }

  private Timestamp now() {
    return Timestamp.from(clock.now());
  }
}
