package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.ClaimingTasks;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.BusinessDays;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.invariants.Invariants;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.refund.Refund.Return;
import org.sonocert.payment.refund.Refunds;
import org.sonocert.payment.workflow.RefundProcess;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class RefundTest {
  private static final String GRANTED =
      "You have not started the assessment and your window is open, so the full price goes back to"
          + " you.";

  private final List<EnrolmentId> bought = new ArrayList<>();
  private Buyer buyer;
  private Payer payer;
  private AccountId candidate;
  @Autowired RefundProcess process;
  @Autowired Invariants invariants;
  @Autowired Refunds refunds;
  @Autowired PaymentAttempts attempts;
  @Autowired GivingBack givingBack;
  @Autowired DemoCards cards;
  @Autowired Enrolments enrolments;
  @Autowired BusinessDays businessDays;
  @Autowired TaskInbox inbox;
  @Autowired ClaimingTasks claiming;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  @BeforeEach
  void aCandidate(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    payer = Payer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
  }

  @AfterEach
  void theMoneyIsWhereItBelongs() {
    assertThat(invariants.broken(bought, clock.now())).isEmpty();
  }

  @Test
  void aRequestBeforeTheStartEndsTheEnrolmentAtOnceAndTheMoneyComesBack() {
    EnrolmentId id = quoted();
    Intent paid = payer.card(candidate, id);

    Refund answer = process.ask(candidate, id);

    assertThat(answer.granted()).isTrue();
    assertThat(answer.reason()).isEqualTo(GRANTED);
    Enrolment ended = enrolments.get(id);
    assertThat(ended.state()).isEqualTo(EnrolmentState.REFUNDED);
    assertThat(ended.endReason()).isEqualTo(GRANTED);
    Return back = answer.returned();
    assertThat(back.paid()).extracting("intent", "amount").contains(paid.id(), paid.amount());
    assertThat(back.instrument()).isEqualTo("card ending in 4242");
    assertThat(back.dueAt()).isEqualTo(businessDays.after(answer.requestedAt(), 5));

    Return returned = returned(id);
    assertThat(returned.at()).isBefore(back.dueAt());
    assertThat(cards.lookup(String.valueOf(paid.reference())).state())
        .isEqualTo(Charge.State.GIVEN_BACK);
    assertThat(mails(id))
        .containsExactly("purchase-confirmed", "refund-granted", "refund-returned");
    assertThat(running(id)).isEmpty();
  }

  @Test
  void askedAgainTheFirstAnswerComesAgain() throws Exception {
    EnrolmentId id = quoted();
    payer.card(candidate, id);

    List<Instant> answers =
        AtOnce.all(
            IntStream.range(0, 8)
                .mapToObj(
                    n -> (AtOnce.Work<Instant>) () -> process.ask(candidate, id).requestedAt())
                .toList());
    assertThat(answers).containsOnly(refunds.of(id).orElseThrow().requestedAt());

    returned(id);
    assertThat(process.ask(candidate, id)).isEqualTo(refunds.of(id).orElseThrow());
    assertThat(mails(id))
        .containsExactly("purchase-confirmed", "refund-granted", "refund-returned");
  }

  @Test
  void afterTheStartItIsRefusedOnceAndForAllAndTheEnrolmentGoesOn() {
    EnrolmentId id = quoted();
    payer.card(candidate, id);
    transaction.executeWithoutResult(
        status -> {
          enrolments.lock(id);
          enrolments.markStarted(id);
        });

    Refund answer = process.ask(candidate, id);

    assertThat(answer.granted()).isFalse();
    assertThat(answer.reason()).startsWith("You have started the assessment");
    assertThat(answer.returned()).isNull();
    assertThat(process.ask(candidate, id)).isEqualTo(answer);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(mails(id)).containsExactly("purchase-confirmed", "refund-refused");
  }

  @Test
  void afterTheWindowsEndTheRulesReasonIsTheAnswer() {
    EnrolmentId id = quoted();
    payer.card(candidate, id);
    time.advance(Duration.ofDays(91));

    assertThat(refused(candidate, id).reason()).startsWith("Your window has ended");
    assertThat(refunds.of(id)).isEmpty();
  }

  @Test
  void nobodyCancelsWhatIsNotTheirsOrNotBought() {
    EnrolmentId id = quoted();
    assertThat(refused(candidate, id).code()).isEqualTo("not-bought");
    payer.card(candidate, id);
    assertThat(refused(buyer.person(Role.CANDIDATE), id).kind())
        .isEqualTo(Rejection.Kind.NOT_FOUND);
    assertThat(refunds.of(id)).isEmpty();
  }

  @Test
  void whatWasBoughtWithACodeIsCancelledWithoutMoney() {
    EnrolmentId id = quoted();
    payer.elsewhere(id, "code");

    Refund answer = process.ask(candidate, id);

    assertThat(answer.granted()).isTrue();
    assertThat(answer.returned()).isNull();
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.CANCELLED);
    assertThat(mails(id)).containsExactly("purchase-confirmed", "enrolment-cancelled");
    await("the end of the work").atMost(Duration.ofSeconds(30)).until(() -> running(id).isEmpty());
  }

  @Test
  void moneyThatItsProviderDoesNotGiveBackIsPaidByAPersonBeforeTheDay() {
    EnrolmentId id = quoted();
    payer.elsewhere(id, "closed-bank");
    Return back = process.ask(candidate, id).returned();

    TaskView task = late(id);
    assertThat(clock.now()).isBefore(back.dueAt());
    assertThat(task.group()).isEqualTo("programme-manager");
    assertThat(task.dueAt()).isEqualTo(back.dueAt());
    AccountId manager = buyer.person(Role.PROGRAMME_MANAGER);
    claiming.claim(task.id(), manager, java.util.Set.of("programme-manager"));
    buyer.answer(manager, null, task, Map.of("paybackReference", "BANK-77", "sameMeans", "true"));

    assertThat(returned(id).byHandSince()).isNotNull();
    assertThat(
            db.sql("select by_hand_ref from refund where enrolment_id = ?")
                .param(id.value())
                .query(String.class)
                .single())
        .isEqualTo("BANK-77");
    assertThat(mails(id))
        .containsExactly("purchase-confirmed", "refund-granted", "refund-returned");
    assertThat(running(id)).isEmpty();
    assertThat(attempts.unsettled()).extracting(Intent::enrolment).doesNotContain(id);
  }

  @Test
  void moneyThatComesBackAfterAllTakesThePersonsTaskAway() {
    EnrolmentId id = quoted();
    UUID intent = payer.elsewhere(id, "slow-bank");
    process.ask(candidate, id);
    late(id);

    givingBack.noteGivenBack(attempts.get(intent));

    assertThat(inbox.of(id)).isEmpty();
    assertThat(returned(id).at()).isNotNull();
    assertThat(mails(id))
        .containsExactly("purchase-confirmed", "refund-granted", "refund-returned");
    assertThat(running(id)).isEmpty();
  }

  @Test
  void moneyThatCameTwiceGoesBackBesideTheRefundAndDoesNotEndIt() {
    EnrolmentId id = quoted();
    UUID first = payer.elsewhere(id, "slow-bank");
    process.ask(candidate, id);
    time.advance(Duration.ZERO);

    assertThat(payer.again(id).state()).isEqualTo(Purchase.State.RETURNED);

    assertThat(refunds.of(id).orElseThrow().returned().at()).isNull();
    assertThat(running(id)).containsOnly("refund");
    givingBack.noteGivenBack(attempts.get(first));
    assertThat(returned(id).at()).isNotNull();
  }

  private EnrolmentId quoted() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    bought.add(id);
    return id;
  }

  /** Moves to just behind the day from which a person pays back. */
  private TaskView late(EnrolmentId id) {
    Refund refund = refunds.of(id).orElseThrow();
    Instant byHand = businessDays.after(refund.requestedAt(), 4);
    time.advance(Duration.between(clock.now(), byHand.minusSeconds(60)));
    assertThat(inbox.of(id)).isEmpty();
    time.advance(Duration.ofMinutes(2));
    return buyer.task(id, "pay-back-by-hand");
  }

  private Rejection refused(AccountId who, EnrolmentId id) {
    Rejection[] rejection = new Rejection[1];
    assertThatThrownBy(() -> process.ask(who, id))
        .isInstanceOfSatisfying(Rejected.class, r -> rejection[0] = r.rejection());
    return rejection[0];
  }

  private Return returned(EnrolmentId id) {
    return await("the money of " + id)
        .atMost(Duration.ofSeconds(30))
        .until(() -> refunds.of(id).orElseThrow().returned(), back -> back.at() != null);
  }

  private List<String> running(EnrolmentId id) {
    return db.sql(
            "select d.key_ from camunda.act_ru_execution e join camunda.act_re_procdef d"
                + " on d.id_ = e.proc_def_id_ where e.business_key_ = ?")
        .param(id.toString())
        .query(String.class)
        .list();
  }

  private List<String> mails(EnrolmentId id) {
    return db.sql("select kind from outbox where enrolment_id = ? order by created_at, id")
        .param(id.value())
        .query(String.class)
        .list();
  }
}
