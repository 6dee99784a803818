package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.engine.ClaimingTasks;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.DecisionHolds;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.invariants.Invariants;
import org.sonocert.payment.dispute.CardDispute;
import org.sonocert.payment.dispute.CardDisputes;
import org.sonocert.payment.ledger.Mismatches;
import org.sonocert.payment.workflow.FollowingDisputes;
import org.sonocert.payment.workflow.RefundProcess;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.stripe.FakeStripe;
import org.sonocert.testing.stripe.StripeMail;
import org.sonocert.testing.stripe.TheirBooks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A payment by card is disputed: what is held, booked, told and ended. */
@RealParts
class CardDisputeTest {
  private final TheirBooks books = FakeStripe.books();
  private Buyer buyer;
  private StripeMail mail;
  private AccountId candidate;
  private EnrolmentId id;
  private UUID intent;
  private String payment;
  @Autowired PaymentAttempts attempts;
  @Autowired FollowingDisputes following;
  @Autowired CardDisputes disputes;
  @Autowired DecisionHolds holds;
  @Autowired RefundProcess refunds;
  @Autowired Mismatches mismatches;
  @Autowired List<ProviderBooks> providers;
  @Autowired List<TaskPage> taskPages;
  @Autowired Enrolments enrolments;
  @Autowired Invariants invariants;
  @Autowired TaskInbox inbox;
  @Autowired ClaimingTasks claiming;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  @BeforeEach
  void boughtByCard(@Autowired AutowireCapableBeanFactory parts, @LocalServerPort int port) {
    buyer = Buyer.of(parts);
    mail = new StripeMail(port);
    FakeStripe.clock(clock::now);
    FakeStripe.trouble(() -> FakeStripe.Trouble.NONE);
    candidate = buyer.person(Role.CANDIDATE);
    id = buyer.quoted(candidate, "LNG");
    attempts.begin(candidate, id, "stripe");
    intent = attempts.latest(candidate, id).orElseThrow().id();
    TheirBooks.Session session = books.sessionOf(intent.toString());
    payment = books.pay(session.id).id();
    mail.deliver(StripeMail.sessionPaid(session));
    await("the purchase", () -> enrolments.get(id).state() == EnrolmentState.ACTIVE);
  }

  private static void await(String what, java.util.concurrent.Callable<Boolean> until) {
    Awaitility.await(what).atMost(Duration.ofSeconds(60)).until(until);
  }

  private void says(String status) {
    books.dispute(payment, status);
    following.follow(stripe(), payment);
  }

  private ProviderBooks stripe() {
    return providers.stream().filter(p -> p.provider().equals("stripe")).findFirst().orElseThrow();
  }

  private CardDispute dispute() {
    List<CardDispute> all = disputes.of(id);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private void everythingAgrees() {
    assertThat(invariants.broken(List.of(id), clock.now())).isEmpty();
    assertThat(account("card-clearing") + " usd").isEqualTo(books.left(intent.toString()));
  }

  private long account(String account) {
    return db.sql(
            """
            select coalesce(sum(amount_cents), 0) from v_payment_ledger
             where intent_id = ? and account = ?
            """)
        .params(intent, account)
        .query(Long.class)
        .single();
  }

  @Test
  void whatTheCompanyWithholdsIsBookedAndTheDecisionHeldWhileTheWorkGoesOn() {
    says("needs_response");

    assertThat(holds.open(id)).extracting(DecisionHolds.Hold::reference).containsExactly(ref());
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(inbox.find(id, "accept-agreement", null)).isPresent();
    assertThat(account("disputes")).isEqualTo(15_000);
    assertThat(account("provider-fees")).isEqualTo(TheirBooks.DISPUTE_FEE);
    everythingAgrees();
  }

  private String ref() {
    return "dp_" + payment;
  }

  @Test
  void theTaskSaysWhatTheCompanySaysAndWhatWasAgreedAndIsDueBeforeEvidenceIs() {
    says("needs_response");
    TaskView task = inbox.find(id, "answer-dispute", null).orElseThrow();
    assertThat(task.group()).isEqualTo("programme-manager");
    assertThat(task.dueAt())
        .isBetween(clock.now(), Instant.ofEpochSecond(books.disputeOf(payment).answerBy()));
    List<TaskPage.Fact> facts =
        taskPages.stream()
            .filter(p -> p.formId().equals("answer-dispute"))
            .findFirst()
            .orElseThrow()
            .facts(task);
    assertThat(facts).extracting(TaskPage.Fact::value).contains("product not received");
    assertThat(facts)
        .extracting(TaskPage.Fact::label)
        .contains("Agreement accepted", "Assessment started", "Rules confirmed with the price");
  }

  @Test
  void wonNothingHoldsAndTheMoneyIsBackButTheFee() {
    says("needs_response");
    says("won");

    assertThat(holds.open(id)).isEmpty();
    assertThat(inbox.find(id, "answer-dispute", null)).isEmpty();
    assertThat(account("disputes")).isZero();
    assertThat(account("card-clearing")).isEqualTo(15_000 - TheirBooks.DISPUTE_FEE);
    assertThat(dispute().followed()).isFalse();
    everythingAgrees();
  }

  @Test
  void lostEndsTheEnrolmentOnceAndTellsTheCandidateOnce() throws Exception {
    says("needs_response");
    books.dispute(payment, "lost");
    AtOnce.all(
        6,
        () -> {
          following.follow(stripe(), payment);
          return id;
        });

    Enrolment ended = enrolments.get(id);
    assertThat(ended.state()).isEqualTo(EnrolmentState.PAYMENT_REVERSED);
    assertThat(mails()).containsExactly("payment-reversed", "purchase-confirmed");
    assertThat(account("fees-earned")).isZero();
    assertThat(inbox.of(id)).isEmpty();
    time.advance(Duration.ofDays(100));
    assertThat(mails()).containsExactly("payment-reversed", "purchase-confirmed");
    everythingAgrees();
  }

  private List<String> mails() {
    return db.sql("select kind from outbox where enrolment_id = ? order by kind")
        .param(id.value())
        .query(String.class)
        .list();
  }

  @Test
  void theEndThatComesBeforeTheBeginningIsTheSameEnd() {
    books.dispute(payment, "lost");
    mail.deliver(StripeMail.ofDispute("charge.dispute.closed", payment));
    await("the end", () -> enrolments.get(id).state() == EnrolmentState.PAYMENT_REVERSED);
    mail.deliver(StripeMail.ofDispute("charge.dispute.created", payment));
    time.advance(Duration.ofMinutes(2));

    assertThat(dispute().phase()).isEqualTo(DisputeSaid.Phase.LOST);
    assertThat(inbox.of(id)).isEmpty();
    everythingAgrees();
  }

  @Test
  void tenCopiesAtOnceAreOneDisputeAndOneTask() throws Exception {
    books.dispute(payment, "needs_response");
    StripeMail.Message told = StripeMail.ofDispute("charge.dispute.created", payment);
    AtOnce.all(10, () -> mail.deliver(told));
    await("the dispute", () -> inbox.find(id, "answer-dispute", null).isPresent());
    following.follow(stripe(), payment);

    assertThat(inbox.of(id).stream().filter(t -> t.form().equals("answer-dispute"))).hasSize(1);
    assertThat(dispute().phase()).isEqualTo(DisputeSaid.Phase.OPEN);
    everythingAgrees();
  }

  @Test
  void aDisputeOfWhichNoMessageCameIsFoundByTheDailyComparisonAndSoIsItsDecision() {
    books.dispute(payment, "needs_response");
    time.advance(Duration.ofHours(25));
    assertThat(dispute().phase()).isEqualTo(DisputeSaid.Phase.OPEN);

    time.advance(Duration.ofDays(40));
    books.dispute(payment, "lost");
    time.advance(Duration.ofHours(25));
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.PAYMENT_REVERSED);
    everythingAgrees();
  }

  @Test
  void anInquiryHoldsTheDecisionAndWithholdsNothingUntilItBecomesADispute() {
    says("warning_needs_response");
    assertThat(dispute().phase()).isEqualTo(DisputeSaid.Phase.INQUIRY);
    assertThat(account("disputes")).isZero();
    assertThat(holds.open(id)).hasSize(1);
    answered();

    says("needs_response");
    assertThat(account("disputes")).isEqualTo(15_000);
    assertThat(inbox.find(id, "answer-dispute", null)).as("answered anew").isPresent();
    everythingAgrees();
  }

  private void answered() {
    AccountId manager = buyer.person(Role.PROGRAMME_MANAGER);
    TaskView task = inbox.find(id, "answer-dispute", null).orElseThrow();
    claiming.claim(task.id(), manager, Set.of("programme-manager"));
    buyer.answer(
        manager,
        null,
        task,
        Map.of("disputeAnswer", "evidence-sent", "disputeNote", "The receipt and the agreement."));
  }

  @Test
  void anInquiryThatIsClosedBooksNothingAndReleases() {
    says("warning_needs_response");
    answered();
    assertThat(dispute().answer()).isNotNull();
    says("warning_closed");

    assertThat(holds.open(id)).isEmpty();
    assertThat(account("card-clearing")).isEqualTo(15_000);
    everythingAgrees();
  }

  @Test
  void whoeverCancelsMeanwhileIsToldWhyNothingGoesBackTwice() {
    says("needs_response");
    assertThatThrownBy(() -> refunds.ask(candidate, id))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().code()).isEqualTo("payment-disputed"));
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);

    says("won");
    assertThat(refunds.ask(candidate, id).granted()).isTrue();
  }

  @Test
  void moneyThatWentBackBeforeTheDisputeIsALossWhenItIsLostAndNoSecondEnd() {
    assertThat(refunds.ask(candidate, id).granted()).isTrue();
    await(
        "the refund",
        () -> {
          time.advance(Duration.ofMinutes(1));
          return !books.refundsOf(payment).isEmpty() && account("refunds-payable") == 0;
        });
    says("needs_response");
    assertThat(holds.open(id)).isEmpty();
    says("lost");

    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.REFUNDED);
    assertThat(account("dispute-losses")).isEqualTo(15_000);
    everythingAgrees();
  }

  @Test
  void aStrangersDisputeIsKeptAndListedUntilItIsWon() {
    TheirBooks.Payment stranger = books.take(null, 4_200, "usd");
    books.dispute(stranger.id(), "needs_response");
    mail.deliver(StripeMail.ofDispute("charge.dispute.created", stranger.id()));
    await("the listing", () -> listed(stranger.id()));
    time.advance(Duration.ofHours(25));
    assertThat(listed(stranger.id())).as("a comparison does not lose it").isTrue();

    books.dispute(stranger.id(), "won");
    following.follow(stripe(), stranger.id());
    assertThat(listed(stranger.id())).isFalse();
    assertThat(disputes.find("stripe", "dp_" + stranger.id()).orElseThrow().enrolment()).isNull();
  }

  private boolean listed(String stranger) {
    return mismatches.open().stream()
        .map(Mismatches.Seen::difference)
        .anyMatch(d -> d.payment().equals(stranger) && d.reason() == Mismatches.Reason.DISPUTED);
  }
}
