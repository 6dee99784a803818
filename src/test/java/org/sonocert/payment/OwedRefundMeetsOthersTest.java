package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.payment.ledger.Mismatches;
import org.sonocert.payment.owed.OrderForm;
import org.sonocert.payment.owed.OwingRefunds;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.refund.Refunds;
import org.sonocert.payment.workflow.PurchaseProcess;
import org.sonocert.payment.workflow.RefundProcess;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.stripe.FakeStripe;
import org.sonocert.testing.stripe.FakeStripe.Trouble;
import org.sonocert.testing.stripe.TheirBooks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the programme owes meets the candidate's own right, a late booking, and hands. */
@RealParts
class OwedRefundMeetsOthersTest {
  private Buyer buyer;
  private Payer payer;
  private AccountId candidate;
  private AccountId one;
  private AccountId other;
  @Autowired OwingRefunds owing;
  @Autowired RefundProcess refunds;
  @Autowired Refunds answers;
  @Autowired PaymentAttempts attempts;
  @Autowired PurchaseProcess purchases;
  @Autowired Mismatches mismatches;
  @Autowired Enrolments enrolments;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  @BeforeEach
  void people(@Autowired AutowireCapableBeanFactory parts) {
    FakeStripe.clock(clock::now);
    buyer = Buyer.of(parts);
    payer = Payer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
    one = buyer.person(Role.PROGRAMME_MANAGER);
    other = buyer.person(Role.PROGRAMME_MANAGER);
  }

  @AfterEach
  void itWorksAgain() {
    FakeStripe.trouble(() -> Trouble.NONE);
  }

  @Test
  void anOrderThatNobodyHasDecidedTakesNothingFromTheCandidatesOwnRight() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    payer.card(candidate, id);
    UUID refund = order(id.toString());

    assertThat(refunds.ask(candidate, id).returned()).isNotNull();

    assertThat(refused(() -> owing.decide(other, refund, true))).isEqualTo("went-back");
    owing.decide(other, refund, false);
    Awaitility.await("the money")
        .atMost(Duration.ofSeconds(30))
        .until(() -> answers.of(id).map(Refund::returned).orElseThrow().at() != null);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.REFUNDED);
  }

  @Test
  void fromTheAnswerOnTheCandidatesMoneyIsNotOwedThoughItsReturnIsStillToBeOrdered() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    Intent paid = payer.card(candidate, id);
    UUID refund = order(id.toString());

    String answer =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              assertThat(refunds.ask(candidate, id).returned()).isNotNull();
              assertThat(attempts.get(paid.id()).state()).isEqualTo(Intent.State.CAPTURED);
              return refused(() -> owing.decide(other, refund, true));
            });

    assertThat(answer).isEqualTo("went-back");
  }

  @Test
  void moneyThatWasBookedMeanwhileIsNotGivenBackAsUnknown() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    Intent intent = begun(id);
    TheirBooks.Payment payment = paidUnheard(intent);
    UUID refund = order(payment.id());
    assertThat(purchases.confirm(intent).state()).isEqualTo(Purchase.State.OPENED);

    assertThat(refused(() -> owing.decide(other, refund, true))).isEqualTo("booked-meanwhile");
    owing.decide(other, refund, false);
    assertThat(refused(() -> order(payment.id()))).isEqualTo("owed-booked");
    time.advance(Duration.ofMinutes(2));
    assertThat(FakeStripe.books().refundsOf(payment.id())).isEmpty();
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
  }

  @Test
  void moneyThatIsSentBackAsUnknownOpensNothingWhenWeHearOfItAfterwards() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    Intent intent = begun(id);
    TheirBooks.Payment payment = paidUnheard(intent);
    Charge heard = attempts.lookup(intent);
    UUID refund = order(payment.id());
    owing.decide(other, refund, true);

    assertThat(purchases.confirm(intent, heard).state()).isEqualTo(Purchase.State.WAITING);

    awaitBack(refund);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.APPLYING);
    assertThat(FakeStripe.books().left(payment)).isZero();
  }

  @Test
  void whatACardCompanyGivesBackNobodyMarksAsPaidBackByHand() {
    TheirBooks.Payment stray = FakeStripe.books().take(null, 9_900, "usd");
    differs(Mismatches.Reason.UNKNOWN_PAYMENT, stray, null);
    UUID refund = order(stray.id());
    FakeStripe.trouble(() -> Trouble.DOWN);
    owing.decide(other, refund, true);

    assertThat(refused(() -> owing.givenBack(refund, "BY-HAND"))).isEqualTo("owed-by-card");

    FakeStripe.trouble(() -> Trouble.NONE);
    awaitBack(refund);
    assertThat(FakeStripe.books().left(stray)).isZero();
  }

  @Test
  void aReferenceThatTwoPaymentsShareIsAskedForOnceMoreAndTheEnrolmentTellsWhich() {
    String shared = "SHARED-" + UUID.randomUUID();
    EnrolmentId first = buyer.quoted(candidate, "LNG");
    payer.elsewhere(first, "one-company", shared);
    EnrolmentId second = buyer.quoted(buyer.person(Role.CANDIDATE), "LNG");
    payer.elsewhere(second, "another-company", shared);

    assertThat(refused(() -> order(shared))).isEqualTo("owed-several");
    UUID refund = order(second.toString());
    assertThat(
            db.sql("select enrolment_id from owed_refund where id = ?")
                .param(refund)
                .query(UUID.class)
                .single())
        .isEqualTo(second.value());
    owing.decide(other, refund, false);
  }

  private Intent begun(EnrolmentId id) {
    attempts.begin(candidate, id, "stripe");
    return attempts.latest(candidate, id, "stripe").orElseThrow();
  }

  /** Paid at the company, of which only the comparison has told us. */
  private TheirBooks.Payment paidUnheard(Intent intent) {
    TheirBooks.Payment payment = FakeStripe.books().pay(String.valueOf(intent.reference()));
    differs(Mismatches.Reason.NOT_BOOKED, payment, intent.id());
    return payment;
  }

  private void differs(
      Mismatches.Reason reason, TheirBooks.Payment payment, @Nullable UUID intent) {
    Money theirs = new Money(payment.cents(), "USD");
    mismatches.found(
        new Mismatches.Difference("stripe", payment.id(), reason, intent, theirs, null));
  }

  private UUID order(String reference) {
    UUID id = UUID.randomUUID();
    owing.order(
        one,
        new OrderForm(
            id.toString(), reference, "double-payment", "What happened", "a@b.example", ""));
    return id;
  }

  private void awaitBack(UUID refund) {
    for (int n = 0; n < 10 && !back(refund); n++) {
      time.advance(Duration.ofMinutes(1));
    }
    assertThat(back(refund)).isTrue();
  }

  private boolean back(UUID refund) {
    return db.sql("select given_back_at is not null from owed_refund where id = ?")
        .param(refund)
        .query(Boolean.class)
        .single();
  }

  private static String refused(Runnable work) {
    try {
      work.run();
      return "";
    } catch (Rejected e) {
      return e.rejection().code();
    }
  }
}
