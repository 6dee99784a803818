package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.engine.WindowTimers;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Receipts;
import org.sonocert.identity.Role;
import org.sonocert.payment.workflow.PurchaseProcess;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class PurchaseTest {
  private static final String CARD = "4242 4242 4242 4242";

  private Buyer buyer;
  @Autowired PaymentAttempts attempts;
  @Autowired PurchaseProcess purchases;
  @Autowired DemoCards cards;
  @Autowired Enrolments enrolments;
  @Autowired Receipts receipts;
  @Autowired WindowTimers timers;
  @Autowired TimeMachine time;
  @Autowired JdbcClient db;

  @BeforeEach
  void buyer(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
  }

  @Test
  void aPaymentOpensTheEnrolmentItsWindowAndItsTrunkAtOnce() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");

    assertThat(pay(candidate, id, CARD).state()).isEqualTo(Purchase.State.OPENED);

    Enrolment bought = enrolments.get(id);
    assertThat(bought.state()).isEqualTo(EnrolmentState.ACTIVE);
    Instant end = bought.purchasedAt().plus(Duration.ofHours(90 * 24));
    assertThat(bought.windowEndsAt()).isEqualTo(end);
    assertThat(timers.due(id)).containsExactly(end);
    assertThat(processes(id)).contains("clinical-certificate");
    time.advance(Duration.ZERO);
    assertThat(processes(id))
        .containsExactlyInAnyOrder("clinical-certificate", "case-assessment", "peer-evaluation");
    assertThat(receipts.of(id).orElseThrow())
        .satisfies(
            receipt -> {
              assertThat(receipt.amountCents()).isEqualTo(15_000);
              assertThat(receipt.release()).isEqualTo(bought.release());
              assertThat(receipt.windowEndsAt()).isEqualTo(end);
              assertThat(receipt.rules()).contains("90 days of 24 hours", "Case-based assessment");
            });
    assertThat(mails(id)).contains("purchase-confirmed");
  }

  @Test
  void aDeclinedCardOpensNothingAndAnotherOneCanBeTried() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");

    Purchase declined = pay(candidate, id, "4000 0000 0000 0002");
    assertThat(declined.state()).isEqualTo(Purchase.State.DECLINED);
    assertThat(declined.message()).contains("declined");
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.APPLYING);

    assertThat(pay(candidate, id, CARD).state()).isEqualTo(Purchase.State.OPENED);
    assertThat(rows("payment", id)).isEqualTo(1);
  }

  @Test
  void payingTwiceGivesTheFirstAnswerAgain() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    pay(candidate, id, CARD);
    Intent intent = attempts.latest(candidate, id).orElseThrow();
    Enrolment first = enrolments.get(id);

    assertThat(purchases.confirm(intent).state()).isEqualTo(Purchase.State.OPENED);
    assertThat(purchases.confirm(intent).state()).isEqualTo(Purchase.State.OPENED);

    assertThat(enrolments.get(id)).isEqualTo(first);
    assertThat(rows("payment", id)).isEqualTo(1);
    assertThat(rows("rules_receipt", id)).isEqualTo(1);
  }

  @Test
  void manyTabsAtOnceMakeOnePurchase() throws Exception {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");

    List<Purchase> answers = AtOnce.all(8, () -> pay(candidate, id, CARD));

    assertThat(answers).extracting(Purchase::state).containsOnly(Purchase.State.OPENED);
    assertThat(rows("payment", id)).isEqualTo(1);
    assertThat(rows("payment_intent", id)).isEqualTo(1);
    assertThat(processes(id)).filteredOn("clinical-certificate"::equals).hasSize(1);
    assertThat(mails(id)).filteredOn("purchase-confirmed"::equals).hasSize(1);
  }

  @Test
  void anotherPersonFindsNothingToPay() {
    EnrolmentId id = buyer.quoted(buyer.person(Role.CANDIDATE), "LNG");
    AccountId stranger = buyer.person(Role.CANDIDATE);

    assertThatThrownBy(() -> attempts.begin(stranger, id, "demo-card"))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().kind().status()).isEqualTo(404));
    assertThat(attempts.latest(stranger, id)).isEmpty();
  }

  @Test
  void anAmountThatIsNotTheQuotesGoesBack() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    attempts.begin(candidate, id, "demo-card");
    Intent intent = attempts.latest(candidate, id).orElseThrow();

    db.sql("update demo_card_charge set amount_cents = 1 where reference = ?")
        .param(intent.reference())
        .update();

    Purchase purchase =
        purchases.confirm(intent, cards.charge(String.valueOf(intent.reference()), CARD));

    assertThat(purchase.state()).isEqualTo(Purchase.State.RETURNED);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.APPLYING);
    assertThat(rows("payment", id)).isZero();
    assertThat(
            db.sql("select given_back_at is not null from payment_intent where enrolment_id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private Purchase pay(AccountId candidate, EnrolmentId id, String card) {
    attempts.begin(candidate, id, "demo-card");
    Intent intent = attempts.latest(candidate, id).orElseThrow();
    return purchases.confirm(intent, cards.charge(String.valueOf(intent.reference()), card));
  }

  private List<String> processes(EnrolmentId id) {
    return db.sql(
            "select d.key_ from camunda.act_ru_execution e join camunda.act_re_procdef d"
                + " on d.id_ = e.proc_def_id_ where e.business_key_ = ?")
        .param(id.toString())
        .query(String.class)
        .list();
  }

  private List<String> mails(EnrolmentId id) {
    return db.sql("select kind from outbox where enrolment_id = ?")
        .param(id.value())
        .query(String.class)
        .list();
  }

  private long rows(String table, EnrolmentId id) {
    return db.sql("select count(*) from " + table + " where enrolment_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }
}
