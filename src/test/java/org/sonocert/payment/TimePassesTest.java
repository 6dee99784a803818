package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.SubmissionGate;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Role;
import org.sonocert.payment.workflow.PurchaseProcess;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class TimePassesTest {
  private Buyer buyer;
  @Autowired PaymentAttempts attempts;
  @Autowired PurchaseProcess purchases;
  @Autowired DemoCards cards;
  @Autowired Enrolments enrolments;
  @Autowired SubmissionGate gate;
  @Autowired TaskInbox inbox;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;
  @Autowired PlatformTransactionManager transactions;

  @BeforeEach
  void buyer(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
  }

  @Test
  void aQuoteThatRanOutIsOfferedAnewAndItsMoneyGoesBack() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    attempts.begin(candidate, id, "demo-card");
    Intent late = attempts.latest(candidate, id).orElseThrow();
    Money price = late.amount();

    time.advance(Duration.ofMinutes(31));

    assertThat(cards.lookup(String.valueOf(late.reference())).state())
        .isEqualTo(Charge.State.CANCELLED);
    Charge came = new Charge(Charge.State.SUCCEEDED, price, "card ending in 4242", null);
    assertThat(purchases.confirm(late, came).state()).isEqualTo(Purchase.State.RETURNED);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.APPLYING);

    buyer.confirm(candidate, id);
    attempts.begin(candidate, id, "demo-card");
    assertThat(pay(candidate, id).state()).isEqualTo(Purchase.State.OPENED);
  }

  @Test
  void moneyThatAKilledServerLeftHalfWayOpensTheEnrolmentAtTheNextRound() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    attempts.begin(candidate, id, "demo-card");
    Intent intent = attempts.latest(candidate, id).orElseThrow();
    cards.charge(String.valueOf(intent.reference()), "4242424242424242");

    time.advance(Duration.ofMinutes(1));

    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
  }

  @Test
  void aWindowEndsAtItsStoredEndAndOneMayBuyAgainThirtyDaysLater() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "AAA");
    attempts.begin(candidate, id, "demo-card");
    pay(candidate, id);
    Instant end = enrolments.get(id).windowEndsAt();

    admit(id, end);
    refused(() -> admit(id, end.plusMillis(1)), "window-ended");

    time.advance(Duration.between(clock.now(), end.minus(Duration.ofDays(44))));
    assertThat(mails(id)).containsExactly("purchase-confirmed", "window-reminder");
    assertThat(half(id)).contains("your turn");

    time.advance(Duration.between(clock.now(), end.plusSeconds(60)));
    Enrolment ended = enrolments.get(id);
    assertThat(ended.state()).isEqualTo(EnrolmentState.WINDOW_ENDED);
    assertThat(ended.endedAt()).isEqualTo(end);
    assertThat(inbox.of(id)).isEmpty();
    assertThat(mails(id)).endsWith("window-ended");
    refused(() -> admit(id, clock.now()), "window-ended");

    Instant again = end.plus(Duration.ofHours(30 * 24));
    time.advance(Duration.between(clock.now(), again.minusSeconds(60)));
    Rejection early = refused(() -> buyer.open(candidate, "AAA"), "wait");
    assertThat(early.reason()).contains(Moments.inWords(again));
    time.advance(Duration.ofMinutes(2));
    assertThatCode(() -> buyer.quoted(candidate, "AAA")).doesNotThrowAnyException();
  }

  private Purchase pay(AccountId candidate, EnrolmentId id) {
    Intent intent = attempts.latest(candidate, id).orElseThrow();
    return purchases.confirm(
        intent, cards.charge(String.valueOf(intent.reference()), "4242424242424242"));
  }

  private void admit(EnrolmentId id, Instant at) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> gate.admit(id, null, at));
  }

  private static Rejection refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String code) {
    Rejection[] rejection = new Rejection[1];
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Rejected.class, r -> rejection[0] = r.rejection());
    assertThat(rejection[0].code()).isEqualTo(code);
    return rejection[0];
  }

  private String half(EnrolmentId id) {
    return db.sql(
            "select model ->> 'missing' from outbox where enrolment_id = ? and kind = 'window-reminder'")
        .param(id.value())
        .query(String.class)
        .single();
  }

  private List<String> mails(EnrolmentId id) {
    return db.sql("select kind from outbox where enrolment_id = ? order by created_at, id")
        .param(id.value())
        .query(String.class)
        .list();
  }
}
