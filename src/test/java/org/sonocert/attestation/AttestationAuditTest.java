package org.sonocert.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.demo.acting.DemoLots;
import org.sonocert.engine.ClaimingTasks;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.DecisionHolds;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.invariants.Invariants;
import org.sonocert.operations.OpsRoom;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.Payer;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An audit of attested cases runs beside the work, holds only an award, and can end it. */
@RealParts
class AttestationAuditTest {
  private static final Map<String, String> LOG =
      Map.of("caseLog", "2020-01-02, shortness of breath, self", "logDeidentified", "true");

  @LocalServerPort int port;
  @Autowired ApplicationContext parts;
  @Autowired AttestationAudits audits;
  @Autowired DecisionHolds holds;
  @Autowired DemoLots lots;
  @Autowired ClaimingTasks claiming;
  @Autowired Enrolments enrolments;
  @Autowired TaskInbox inbox;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired Invariants invariants;
  @Autowired TransactionTemplate inOne;
  @Autowired JdbcClient db;
  private Buyer buyer;
  private AccountId candidate;
  private EnrolmentId id;

  @BeforeEach
  void drawn() {
    buyer = Buyer.of(parts.getAutowireCapableBeanFactory());
    candidate = buyer.person(Role.CANDIDATE);
    id = buyer.open(candidate, "LNG");
    lots.tell(id, 499);
    buyer.finish(candidate, id);
    Payer.of(parts.getAutowireCapableBeanFactory()).card(candidate, id);
    await().atMost(Duration.ofSeconds(30)).until(() -> waits("send-case-log"));
  }

  @Test
  void theLotIsDrawnOnceKeptAndCannotBeChanged() {
    assertThat(audits.lot(id)).isEqualTo(499);
    assertThat(holds.open(id)).hasSize(1);
    assertThatThrownBy(
            () ->
                db.sql("update attestation_lot set lot = 1 where enrolment_id = ?")
                    .param(id.value())
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void aConfirmedLogReleasesTheHoldAndItsContentStaysOutOfTheAuditTrail() {
    send();
    check("yes");
    assertThat(holds.open(id)).isEmpty();
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(leaves()).contains("case-log-sent", "\"cases\":1").doesNotContain("shortness");
    assertThat(
            db.sql("select count(*) from task_submission where answers::text like '%shortness%'")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(broken()).isEmpty();
  }

  @Test
  void whoHasNotStartedGetsTheMoneyBackByTheRuleAndMayBuyAgainAtOnce() {
    send();
    check("no");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> enrolments.get(id).state() == EnrolmentState.INELIGIBLE);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                db.sql(
                        "select given_back_at is not null and ordered_by is null and rule is not null"
                            + " from owed_refund where enrolment_id = ?")
                    .param(id.value())
                    .query(Boolean.class)
                    .optional()
                    .orElse(false));
    assertThat(enrolments.get(id).waitedAfter()).isFalse();
    assertThat(inbox.of(id)).isEmpty();
    assertThat(broken()).isEmpty();
    assertThat(buyer.open(candidate, "LNG")).isNotEqualTo(id);
  }

  @Test
  void aLogCanBeSentAfterTheWindowWhileAnAwardWaitsAndNobodyElseCanSendIt() {
    AccountId stranger = buyer.person(Role.CANDIDATE);
    assertThatThrownBy(() -> buyer.answer(stranger, id, "send-case-log", LOG))
        .isInstanceOf(Rejected.class);
    inOne.executeWithoutResult(
        t -> {
          enrolments.lock(id);
          enrolments.decide(id);
        });
    send();
    assertThat(audits.of(id).orElseThrow().log()).isNotNull();
  }

  @Test
  void aLogWithPatientsIsRefusedAndTheTypedTextStaysOnThePage() {
    OpsRoom room = new OpsRoom(parts, port);
    Walk walk = new Walk("http://localhost:" + port, "Laurel" + System.nanoTime());
    walk.signUp().signIn().apply("LNG");
    lots.tell(EnrolmentId.of(walk.enrolment()), 0);
    walk.fillInApplication().pay();
    EnrolmentId own = EnrolmentId.of(walk.enrolment());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> inbox.find(own, "send-case-log", null).isPresent());
    assertThat(walk.candidate().open("/me/" + own).text())
        .contains("Check of the cases that you attested", "only an award would wait")
        .contains("What you can do now", "Send the log of cases You send a log");
    String task =
        "/me/" + own + "/tasks/" + inbox.find(own, "send-case-log", null).orElseThrow().id();
    walk.candidate()
        .open(task)
        .send("/tasks/", Map.of("caseLog", "2020-01-02, pain of Maria Keller, self"));
    assertThat(walk.candidate().status()).isEqualTo(422);
    assertThat(walk.candidate().text()).contains("Line 1", "small letters", "Maria Keller");
    walk.candidate().send("/tasks/", Map.of("caseLog", "2020-01-02, pain, self"));
    assertThat(walk.candidate().open("/me/" + own).text()).contains("a member of staff reads it");
    String check = inbox.find(own, "check-case-log", null).orElseThrow().id();
    assertThat(room.signedIn(Role.PROGRAMME_MANAGER).open("/tasks/" + check).text())
        .contains("2020-01-02, pain, self", "Cases attested", "Cases in the log 1");
  }

  @Test
  void nobodyChecksTheOwnLog() {
    send();
    claiming.claim(
        inbox.find(id, "check-case-log", null).orElseThrow().id(),
        candidate,
        Set.of("programme-manager"));
    assertThatThrownBy(() -> answerCheck(candidate, "yes"))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("own log");
  }

  private boolean waits(String form) {
    return inbox.find(id, form, null).isPresent();
  }

  private void send() {
    assertThat(buyer.answer(candidate, id, "send-case-log", LOG).errors()).isEmpty();
  }

  private void check(String confirmed) {
    AccountId staff = buyer.person(Role.PROGRAMME_MANAGER);
    claiming.claim(
        inbox.find(id, "check-case-log", null).orElseThrow().id(),
        staff,
        Set.of("programme-manager"));
    answerCheck(staff, confirmed);
  }

  private void answerCheck(AccountId staff, String confirmed) {
    buyer.answer(
        staff,
        null,
        buyer.task(id, "check-case-log"),
        Map.of("logConfirmed", confirmed, "logReason", "I have compared both carefully."));
  }

  private List<String> broken() {
    return invariants.broken(List.of(id), clock.now()).stream().map(Object::toString).toList();
  }

  private String leaves() {
    return String.join(
        " ",
        db.sql("select payload from audit_payload where enrolment_id = ?")
            .param(id.value())
            .query(String.class)
            .list());
  }
}
