package org.sonocert.peerevaluation.sealed;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.SealedBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens sealed evaluations. Only the scoring step holds one of these (an architecture test says
 * so), and each opening is written down with who and what for.
 */
@Component
public class OpeningSeals {
  private final SealedBox box;
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  OpeningSeals(SealKeys keys, JdbcClient db, AuditTrail audit, ProgrammeClock clock) {
    this.box = new SealedBox(keys.derive("evaluation"));
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** An opened evaluation. */
  public record Opened(UUID nominee, int number, Map<String, Object> answers) {}

  /** Opens the evaluations that score, in the order of their numbers, and notes each opening. */
  public List<Opened> openScored(EnrolmentId enrolment, String who, String purpose) {
    List<Row> rows =
        db.sql(
                """
                select nominee_id, attempt, number, ciphertext from sealed_evaluation
                 where enrolment_id = ? and outcome = 'complete' order by number
                """)
            .param(enrolment.value())
            .query(
                (row, n) ->
                    new Row(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getInt(3),
                        row.getBytes(4)))
            .list();
    rows.forEach(row -> note(enrolment, row, who, purpose));
    return rows.stream().map(this::open).toList();
  }

  private Opened open(Row row) {
    byte[] plain =
        box.open(SealingEvaluations.purpose(row.nominee(), row.attempt()), row.ciphertext());
    return new Opened(row.nominee(), row.number(), Answers.read(plain));
  }

  private void note(EnrolmentId enrolment, Row row, String who, String purpose) {
    db.sql(
            """
            insert into sealed_opening (enrolment_id, nominee_id, attempt, who, purpose, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            enrolment.value(),
            row.nominee(),
            row.attempt(),
            who,
            purpose,
            Timestamp.from(clock.now()))
        .update();
    audit.note(
        enrolment,
        new Change(
            "evaluation-opened",
            Map.of("nominee", row.nominee().toString(), "who", who, "purpose", purpose)));
  }

  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  private record Row(UUID nominee, int attempt, int number, byte[] ciphertext) {}
}
