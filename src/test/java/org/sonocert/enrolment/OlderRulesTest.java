package org.sonocert.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.TaskInbox;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.Payer;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.workflow.RefundProcess;
import org.sonocert.support.Question;
import org.sonocert.support.workflow.AskingForHelp;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever bought under rules that are older than a diagram is served under those in force. */
@RealParts
class OlderRulesTest {
  private static final long OLD = 9_000;
  private static final Instant NEVER = Instant.parse("2199-01-01T00:00:00Z");

  private Buyer buyer;
  private AccountId candidate;
  private EnrolmentId id;
  @Autowired ReleaseView releases;
  @Autowired AskingForHelp asking;
  @Autowired RefundProcess refunds;
  @Autowired TaskInbox inbox;
  @Autowired AuditTrail audit;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;
  @Autowired PlatformTransactionManager transactions;

  @BeforeEach
  void boughtUnderAReleaseWithoutTheseDiagrams(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
    id = buyer.quoted(candidate, "LNG");
    Payer.of(parts).card(candidate, id);
    db.sql(
            """
            insert into policy_release (number, deployment_id, hash, catalogue_version, author,
              approver, reason, effective_at, created_at)
            values (?, 'a deployment without diagrams', ?, 'old', 'test', 'test',
              'older than the diagrams, and never in force', ?, ?) on conflict do nothing
            """)
        .params(
            OLD,
            releases.inForce(clock.now()).hash(),
            Timestamp.from(NEVER),
            Timestamp.from(clock.now()))
        .update();
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              db.sql("update enrolment set release = ? where id = ?")
                  .params(OLD, id.value())
                  .update();
              audit.note(id, new Change("test", Map.of("release", OLD)));
            });
  }

  @Test
  void theReleaseThatWasBoughtCountsWhereItHoldsTheDiagram() {
    long inForce = releases.inForce(clock.now()).number();
    assertThat(releases.holding("refund", inForce, clock.now())).isEqualTo(inForce);
    assertThat(releases.holding("refund", OLD, clock.now())).isEqualTo(inForce);
  }

  @Test
  void aQuestionIsAnsweredUnderTheRulesInForce() {
    Question question =
        Question.of(
            UUID.randomUUID().toString(), "something-else", "Who answers me here?", null, null);
    asking.ask(candidate, id, question, "test-" + id);
    assertThat(inbox.find(id, "answer-support-request", question.id().toString())).isPresent();
  }

  @Test
  void aRefundIsAnsweredUnderTheRulesInForce() {
    Refund answer = refunds.ask(candidate, id);
    assertThat(answer.granted()).isTrue();
    assertThat(answer.release()).isEqualTo(releases.inForce(clock.now()).number());
  }
}
