package org.sonocert.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.application.workflow.ApplicationProcess;
import org.sonocert.assessment.Screen;
import org.sonocert.assessment.StartingSittings;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.ClaimingTasks;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.Payer;
import org.sonocert.support.workflow.AskingForHelp;
import org.sonocert.support.workflow.WithdrawingEnrolments;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class WithdrawalTest {
  private Buyer buyer;
  private Payer payer;
  private AccountId candidate;
  private EnrolmentId id;
  @Autowired WithdrawingEnrolments withdrawing;
  @Autowired Withdrawals withdrawals;
  @Autowired StartingSittings starting;
  @Autowired ApplicationProcess applications;
  @Autowired AskingForHelp asking;
  @Autowired ClaimingTasks claiming;
  @Autowired Enrolments enrolments;
  @Autowired TaskInbox inbox;
  @Autowired TimeMachine time;
  @Autowired JdbcClient db;

  @BeforeEach
  void boughtAndPrepared(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    payer = Payer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
    id = buyer.quoted(candidate, "LNG");
    payer.card(candidate, id);
  }

  @Test
  void whoHasNotStartedIsPointedToCancelling() {
    assertThat(refusal(() -> withdrawing.withdraw(candidate, id, "")).code())
        .isEqualTo("cancel-instead");
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
  }

  @Test
  void whoHasStartedWithdrawsOnceGetsOneMailAndWaitsLikeAfterAResult() throws Exception {
    start();
    AtOnce.all(
        4,
        () -> {
          withdrawing.withdraw(candidate, id, "I change my profession.");
          return id;
        });

    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.WITHDRAWN);
    assertThat(withdrawals.of(id).orElseThrow().note()).isEqualTo("I change my profession.");
    assertThat(mailsSince()).containsExactly("enrolment-withdrawn");
    assertThat(inbox.of(id)).isEmpty();
    time.advance(Duration.ofDays(29));
    assertThat(refusal(() -> applications.open(candidate, "LNG")).code()).isEqualTo("wait");
    time.advance(Duration.ofDays(1).plusMinutes(1));
    assertThat(applications.open(candidate, "LNG")).isNotEqualTo(id);
    assertThat(mailsSince()).containsExactly("enrolment-withdrawn");
  }

  @Test
  void nobodyWithdrawsWhatIsNotTheirs() {
    start();
    AccountId stranger = buyer.person(Role.CANDIDATE);
    assertThat(refusal(() -> withdrawing.withdraw(stranger, id, "")).kind())
        .isEqualTo(Rejection.Kind.NOT_FOUND);
  }

  @Test
  void aConfirmedDeathEndsEverythingOfThePersonAndNothingIsMailedToThemAnyMore() {
    EnrolmentId application = buyer.open(candidate, "AAA");
    UUID open = ask("something-else");
    UUID report = ask("report-of-death");
    int mails = mailsOf(id).size();
    AccountId manager = buyer.person(Role.PROGRAMME_MANAGER);
    answer(
        manager,
        task("confirm-report-of-death", report),
        Map.of("deathConfirmed", "yes", "deathNote", "The family sent the document."));

    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.WITHDRAWN);
    assertThat(enrolments.get(application).state()).isEqualTo(EnrolmentState.APPLICATION_ENDED);
    answer(
        manager,
        task("answer-support-request", open),
        Map.of("supportAnswer", "We are sorry for your loss."));
    time.advance(Duration.ofDays(60));
    assertThat(mailsOf(id)).hasSize(mails);
    assertThat(mailsOf(application)).isEmpty();
  }

  @Test
  void aDeathThatStaffLearnOtherwiseEndsTheEnrolmentToo() {
    AccountId manager = buyer.person(Role.PROGRAMME_MANAGER);
    db.sql(
            "update outbox set state = 'HELD', sent_at = null"
                + " where enrolment_id = ? and kind = 'purchase-confirmed'")
        .param(id.value())
        .update();
    withdrawing.reportDeath(manager, id, "The hospital wrote to us.");
    assertThat(
            db.sql("select count(*) from outbox where enrolment_id = ? and state = 'HELD'")
                .param(id.value())
                .query(Long.class)
                .single())
        .as("what had not left is taken back")
        .isZero();
    withdrawing.reportDeath(manager, id, "The hospital wrote to us.");
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.WITHDRAWN);
    assertThat(withdrawals.of(id).orElseThrow().toldBy()).isEqualTo(manager);
    assertThat(mailsSince()).isEmpty();
  }

  @Test
  void aDeathThatIsRecordedAfterAWithdrawalIsToldByWhoeverRecordedIt() {
    start();
    withdrawing.withdraw(candidate, id, "I change my profession.");
    AccountId manager = buyer.person(Role.PROGRAMME_MANAGER);
    EnrolmentId other = buyer.quoted(candidate, "AAA");
    payer.card(candidate, other);

    withdrawing.reportDeath(manager, id, "The hospital wrote to us.");

    assertThat(List.of(withdrawals.of(id).orElseThrow(), withdrawals.of(other).orElseThrow()))
        .allMatch(told -> told.cause() == Withdrawals.Cause.DEATH)
        .allMatch(told -> told.toldBy().equals(manager))
        .allMatch(told -> told.note().equals("The hospital wrote to us."));
    assertThat(enrolments.get(other).state()).isEqualTo(EnrolmentState.WITHDRAWN);
  }

  private void start() {
    form("accept-agreement", Map.of("acceptAccuracy", "true", "acceptConfidentiality", "true"));
    form(
        "check-readiness",
        Map.of(
            "cookiesEnabled", "yes",
            "mediaPlayed", "yes",
            "headphones", "yes",
            "screenLargeEnough", "yes",
            "connectionSteady", "yes",
            "roomPrivate", "yes"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> inbox.find(id, "sit-cases", null).isPresent());
    starting.start(candidate, id, Screen.of("1280x800"), false);
  }

  private void form(String form, Map<String, String> answers) {
    Awaitility.await(form)
        .atMost(Duration.ofSeconds(30))
        .until(() -> inbox.find(id, form, null).isPresent());
    assertThat(buyer.answer(candidate, id, form, answers).errors()).isEmpty();
  }

  private UUID ask(String kind) {
    Question question =
        Question.of(UUID.randomUUID().toString(), kind, "Please read this soon.", null, null);
    return asking.ask(candidate, id, question, "test-" + id);
  }

  private TaskView task(String form, UUID request) {
    return inbox.find(id, form, request.toString()).orElseThrow();
  }

  private void answer(AccountId manager, TaskView task, Map<String, String> answers) {
    claiming.claim(task.id(), manager, Set.of("programme-manager"));
    buyer.answer(manager, null, task, answers);
  }

  private List<String> mailsSince() {
    return mailsOf(id).stream().filter(kind -> !kind.equals("purchase-confirmed")).toList();
  }

  private List<String> mailsOf(EnrolmentId enrolment) {
    return db.sql("select kind from outbox where enrolment_id = ? order by kind")
        .param(enrolment.value())
        .query(String.class)
        .list();
  }

  private static Rejection refusal(Runnable work) {
    Rejection[] rejection = new Rejection[1];
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Rejected.class, r -> rejection[0] = r.rejection());
    return rejection[0];
  }
}
