package org.sonocert.peerevaluation.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.Role;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A database without the data folder's key does not tell what an evaluator said. */
@RealParts
class CommitmentTest {
  private static final Map<String, Object> SHORT = Map.of("comment", "no");

  @Autowired SealingEvaluations sealing;
  @Autowired SealKeys keys;
  @Autowired OpeningAccounts accounts;
  @Autowired Enrolments enrolments;
  @Autowired ReleaseView releases;
  @Autowired ProgrammeClock clock;
  @Autowired AuditTrail audit;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  @Test
  void aGuessedAnswerCannotBeComparedWithoutTheKey(@TempDir Path elsewhere) throws Exception {
    UUID nominee = sealed();
    Map<String, Object> row =
        db.sql("select * from sealed_evaluation where nominee_id = ?")
            .param(nominee)
            .query()
            .singleRow();
    byte[] salt = (byte[]) row.get("salt");
    byte[] guess = Answers.write(SHORT);
    MessageDigest plain = MessageDigest.getInstance("SHA-256");
    plain.update(salt);
    String purpose = SealingEvaluations.purpose(nominee, 1);

    assertThat(row).containsEntry("commitment_format", 2);
    assertThat((byte[]) row.get("commitment"))
        .isNotEqualTo(plain.digest(guess))
        .isNotEqualTo(new Commitment(new SealKeys(elsewhere)).of(purpose, salt, guess))
        .isEqualTo(new Commitment(keys).of(purpose, salt, guess));
  }

  @Test
  void aCommitmentBelongsToOneEvaluationAndItsSalt() {
    Commitment commitment = new Commitment(keys);
    byte[] answers = Answers.write(SHORT);
    byte[] one = commitment.of("evaluation/a/1", new byte[32], answers);
    assertThat(commitment.of("evaluation/a/2", new byte[32], answers)).isNotEqualTo(one);
    assertThat(commitment.of("evaluation/a/1", new byte[31], answers)).isNotEqualTo(one);
  }

  private UUID sealed() {
    UUID nominee = UUID.randomUUID();
    Instant now = clock.now();
    AccountId candidate =
        accounts
            .open(
                new OpeningAccounts.Person(
                    nominee + "@c.example", "Ana", "Ruiz", Locale.ENGLISH, "{noop}x", null),
                Set.of(Role.CANDIDATE),
                "test")
            .orElseThrow();
    long release = releases.inForce(now).number();
    transaction.executeWithoutResult(
        t -> {
          EnrolmentId enrolment = enrolments.open(candidate, "LNG", release);
          nominated(enrolment, nominee);
          var about = new SealedEvaluation(1, null, SealedEvaluation.Outcome.INCOMPLETE, 1, 6);
          sealing.seal(enrolment, nominee, release, about, SHORT);
          audit.note(enrolment, new Change("prepared-by-test", Map.of()));
        });
    return nominee;
  }

  private void nominated(EnrolmentId enrolment, UUID nominee) {
    db.sql(
            """
            insert into nomination (id, enrolment_id, name, email, mailbox, relation, known_how,
                                    locale, consent_at, named_at, state)
            values (?, ?, 'Bea Moreau', 'b@x.example', 'b@x.example', 'colleague', 'ward', 'en',
                    now(), now(), 'submitted')
            """)
        .params(nominee, enrolment.value())
        .update();
  }
}
