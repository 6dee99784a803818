package org.sonocert.credential;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.Decisions;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.DecisionHolds;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.Role;
import org.sonocert.testing.Bought;
import org.sonocert.testing.RealParts;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Verbs for tests of the award: people, their evidence, the award at an instant, its later life.
 */
class AwardRoom {
  static final Duration WINDOW = Duration.ofDays(90);
  static final String DECISION = "The assessment was passed and the evaluations meet the standard.";

  private final ApplicationContext parts;
  private final JdbcClient db;

  AwardRoom(ApplicationContext parts) {
    this.parts = parts;
    this.db = parts.getBean(JdbcClient.class);
  }

  <T> T part(Class<T> type) {
    return parts.getBean(type);
  }

  /** A person who can sign in, and their enrolment. */
  record Candidate(AccountId id, String email, EnrolmentId enrolment) {}

  /** A candidate with a bought enrolment in lung ultrasound. */
  Candidate bought(String given, String family, Instant purchase) {
    String email = "holder-" + UUID.randomUUID() + "@hospital.example";
    OpeningAccounts opening = part(OpeningAccounts.class);
    AccountId id =
        opening
            .open(
                new OpeningAccounts.Person(
                    email, given, family, Locale.ENGLISH, opening.hash(RealParts.PASSWORD), null),
                Set.of(Role.CANDIDATE),
                "system")
            .orElseThrow();
    return new Candidate(id, email, again(id, purchase));
  }

  /** One more enrolment of the same person. */
  EnrolmentId again(AccountId person, Instant purchase) {
    long release = part(ReleaseView.class).inForce(part(ProgrammeClock.class).now()).number();
    return part(TransactionTemplate.class)
        .execute(
            t -> {
              EnrolmentId opened = part(Enrolments.class).open(person, "LNG", release);
              part(Enrolments.class)
                  .activate(Bought.under(release, opened, purchase, purchase.plus(WINDOW)));
              return opened;
            });
  }

  /** What the components leave behind, as they would: passed, with the time of the evidence. */
  void evidence(Candidate candidate, Instant sat, Instant evaluated) {
    evidence(candidate.id(), candidate.enrolment(), sat, evaluated);
  }

  void evidence(AccountId person, EnrolmentId enrolment, Instant sat, Instant evaluated) {
    inOne(
        enrolment,
        () -> {
          assessed(person, enrolment, sat);
          evaluated(enrolment, 1, evaluated.minusSeconds(60));
          evaluated(enrolment, 2, evaluated);
          db.sql("insert into peer_result values (?, true, 'met', 1, ?)")
              .params(enrolment.value(), Timestamp.from(evaluated))
              .update();
        });
  }

  private void assessed(AccountId person, EnrolmentId enrolment, Instant sat) {
    UUID sitting = UUID.randomUUID();
    db.sql(
            """
            insert into sitting (id, enrolment_id, candidate_id, area, form_id, form_version,
                                 cut_percent, screen, started_at, finished_at)
            select ?, ?, ?, area, id, version, cut_percent, 'unknown', ?, ?
              from test_form where area = 'LNG' order by version limit 1
            """)
        .params(sitting, enrolment.value(), person.value())
        .params(Timestamp.from(sat.minusSeconds(600)), Timestamp.from(sat))
        .update();
    db.sql("insert into assessment_result values (?, ?, true, 88, 'passed', 1, ?)")
        .params(sitting, enrolment.value(), Timestamp.from(sat))
        .update();
  }

  private void evaluated(EnrolmentId enrolment, int number, Instant at) {
    UUID nominee = UUID.randomUUID();
    db.sql(
            """
            insert into nomination (id, enrolment_id, name, email, mailbox, relation, known_how,
                                    locale, consent_at, named_at, state)
            values (?, ?, 'Bea Moreau', ?, ?, 'colleague', 'ward', 'en', ?, ?, 'submitted')
            """)
        .params(nominee, enrolment.value(), nominee + "@x.example", nominee + "@x.example")
        .params(Timestamp.from(at), Timestamp.from(at))
        .update();
    db.sql(
            """
            insert into sealed_evaluation (nominee_id, attempt, enrolment_id, number, outcome, rated,
                applicable, release, submitted_at, key_id, ciphertext, salt, commitment,
                commitment_format)
            values (?, 1, ?, ?, 'complete', 6, 6, 1, ?, 'k', 'x', ?, ?, 2)
            """)
        .params(nominee, enrolment.value(), number, Timestamp.from(at))
        .params(new byte[32], new byte[32])
        .update();
  }

  /** Does it in one transaction with a leaf, as every change of an enrolment is done. */
  void inOne(EnrolmentId enrolment, Runnable work) {
    part(TransactionTemplate.class)
        .executeWithoutResult(
            t -> {
              work.run();
              part(AuditTrail.class).note(enrolment, new Change("prepared-by-test", Map.of()));
            });
  }

  /** Awards now, as the step does. */
  Credential award(EnrolmentId enrolment) {
    return part(TransactionTemplate.class)
        .execute(t -> part(AwardingCredentials.class).award(enrolment, DECISION));
  }

  /** Awards as the step would have done at that instant. */
  Credential award(EnrolmentId enrolment, Instant at) {
    AwardingCredentials then =
        new AwardingCredentials(
            part(Credentials.class),
            part(ReadingEvidence.class),
            part(Enrolments.class),
            part(DecisionHolds.class),
            part(Accounts.class),
            part(Catalogue.class),
            part(Decisions.class),
            part(AwardLetters.class),
            parts,
            () -> at,
            "Sonocert Demo Board");
    return part(TransactionTemplate.class).execute(t -> then.award(enrolment, DECISION));
  }

  /** A credential that was awarded at the instant on good evidence. */
  Credential awarded(String given, String family, Instant at) {
    Candidate candidate = bought(given, family, at.minus(Duration.ofDays(30)));
    evidence(candidate, at.minusSeconds(7200), at.minusSeconds(3600));
    return award(candidate.enrolment(), at);
  }

  /** The programme decides about a credential. */
  void decide(Credential credential, CredentialState state, Instant at) {
    inOne(
        credential.enrolment(),
        () ->
            db.sql("update credential set state = ?, state_since = ? where enrolment_id = ?")
                .params(state.word(), Timestamp.from(at), credential.enrolment().value())
                .update());
  }

  void rename(AccountId person, String given, String family) {
    db.sql("update account set given_name = ?, family_name = ? where id = ?")
        .params(given, family, person.value())
        .update();
  }

  List<String> mails(EnrolmentId enrolment) {
    return db.sql("select kind from outbox where enrolment_id = ?")
        .param(enrolment.value())
        .query(String.class)
        .list();
  }
}
