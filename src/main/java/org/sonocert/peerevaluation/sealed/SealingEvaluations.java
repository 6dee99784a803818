package org.sonocert.peerevaluation.sealed;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.SealedBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals what evaluators answer. It can write, and tell what may be known without opening. */
@Component
public class SealingEvaluations {
  private final SealedBox box;
  private final Commitment commitment;
  private final String keyId;
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;
  private final SecureRandom random = new SecureRandom();

  SealingEvaluations(SealKeys keys, JdbcClient db, AuditTrail audit, ProgrammeClock clock) {
    this.box = new SealedBox(keys.derive("evaluation"));
    this.commitment = new Commitment(keys);
    this.keyId = keys.id();
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** How many complete evaluations an enrolment has; steady only under the enrolment's row lock. */
  public int complete(EnrolmentId enrolment) {
    return db.sql("select coalesce(max(number), 0) from sealed_evaluation where enrolment_id = ?")
        .param(enrolment.value())
        .query(Integer.class)
        .single();
  }

  /** How often the nominee has sent something, and how many complete ones the enrolment has. */
  public Before before(EnrolmentId enrolment, UUID nominee) {
    return db.sql(
            """
            select count(*) filter (where nominee_id = ?), coalesce(max(number), 0)
              from sealed_evaluation where enrolment_id = ?
            """)
        .params(nominee, enrolment.value())
        .query((row, n) -> new Before(row.getInt(1), row.getInt(2)))
        .single();
  }

  /** What came in before; steady only under the enrolment's row lock. */
  public record Before(int attempts, int complete) {}

  /** The newest evaluation of a nominee, unopened. */
  public Optional<SealedEvaluation> newest(UUID nominee) {
    return db.sql(
            """
            select attempt, number, outcome, rated, applicable from sealed_evaluation
             where nominee_id = ? order by attempt desc limit 1
            """)
        .param(nominee)
        .query(
            (row, n) ->
                new SealedEvaluation(
                    row.getInt(1),
                    row.getObject(2, Integer.class),
                    SealedEvaluation.Outcome.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                    row.getInt(4),
                    row.getInt(5)))
        .optional();
  }

  /**
   * Seals the answers and forgets their draft; the audit leaf gets a commitment, which tells
   * nothing without the key.
   */
  public void seal(
      EnrolmentId enrolment,
      UUID nominee,
      long release,
      SealedEvaluation about,
      Map<String, Object> answers) {
    byte[] plain = Answers.write(answers);
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    String purpose = purpose(nominee, about.attempt());
    byte[] committed = commitment.of(purpose, salt, plain);
    String outcome = about.outcome().name().toLowerCase(Locale.ROOT);
    db.sql(
            """
            with draft as (delete from evaluation_draft where nominee_id = ?)
            insert into sealed_evaluation
              (nominee_id, attempt, enrolment_id, number, outcome, rated, applicable, release,
               submitted_at, key_id, ciphertext, salt, commitment, commitment_format)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(nominee)
        .param(nominee)
        .param(about.attempt())
        .param(enrolment.value())
        .param(about.number())
        .param(outcome)
        .param(about.rated())
        .param(about.applicable())
        .param(release)
        .param(Timestamp.from(clock.now()))
        .param(keyId)
        .param(box.seal(purpose, plain))
        .param(salt)
        .param(committed)
        .param(Commitment.FORMAT)
        .update();
    Map<String, Object> leaf = new LinkedHashMap<>();
    leaf.put("nominee", nominee.toString());
    leaf.put("attempt", about.attempt());
    leaf.put("outcome", outcome);
    leaf.put("number", about.number() == null ? 0 : about.number());
    leaf.put("commitment", HexFormat.of().formatHex(committed));
    leaf.put("commitmentFormat", Commitment.FORMAT);
    audit.note(enrolment, new Change("evaluation-sealed", leaf));
  }

  static String purpose(UUID nominee, int attempt) {
    return "evaluation/" + nominee + "/" + attempt;
  }
}
