package org.sonocert.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.testing.Bought;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Candidates with a bought certificate, as far as each test needs them. */
public class SittingFixture {
  private final Enrolments enrolments;
  private final Preparations preparations;
  private final StartingSittings starting;
  private final TransactionTemplate transaction;
  private final ProgrammeClock clock;
  private final JdbcClient db;

  public SittingFixture(
      Enrolments enrolments,
      Preparations preparations,
      StartingSittings starting,
      TransactionTemplate transaction,
      ProgrammeClock clock,
      JdbcClient db) {
    this.enrolments = enrolments;
    this.preparations = preparations;
    this.starting = starting;
    this.transaction = transaction;
    this.clock = clock;
    this.db = db;
  }

  /** One candidate and their enrolment. */
  public record Candidate(AccountId id, EnrolmentId enrolment) {}

  public Candidate bought(Duration left) {
    AccountId id = AccountId.create();
    Instant now = clock.now();
    EnrolmentId enrolment =
        transaction.execute(
            s -> {
              EnrolmentId opened = enrolments.open(id, "LNG", 1);
              enrolments.activate(
                  Bought.under(1, opened, now.minus(Duration.ofDays(10)), now.plus(left)));
              return opened;
            });
    return new Candidate(id, enrolment);
  }

  public Candidate prepared(Duration left) {
    Candidate candidate = bought(left);
    transaction.executeWithoutResult(
        s -> {
          db.sql(
                  "insert into agreement_acceptance (enrolment_id, accepted_by, accepted_at) values (?, ?, now())")
              .params(candidate.enrolment().value(), candidate.id().value())
              .update();
          preparations.check(
              candidate.enrolment(), Map.of("headphones", "no"), List.of("headphones"));
        });
    return candidate;
  }

  public Candidate sitting() {
    Candidate candidate = prepared(Duration.ofDays(80));
    starting.start(candidate.id(), candidate.enrolment(), Screen.of("1280x800"), false);
    return candidate;
  }

  /** The right answer, which only a test may know. */
  public List<String> right(String item) {
    return List.of(
        (String[])
            db.sql("select correct from item_key where item_id = ?")
                .param(item)
                .query((row, n) -> row.getArray(1).getArray())
                .single());
  }
}
