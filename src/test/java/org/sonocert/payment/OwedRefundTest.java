package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
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
import org.sonocert.invariants.Invariants;
import org.sonocert.payment.invoice.Invoice;
import org.sonocert.payment.invoice.Invoices;
import org.sonocert.payment.invoice.IssuingInvoices;
import org.sonocert.payment.ledger.ComparingBooks;
import org.sonocert.payment.ledger.Mismatches;
import org.sonocert.payment.owed.OrderForm;
import org.sonocert.payment.owed.OwingRefunds;
import org.sonocert.payment.workflow.RefundProcess;
import org.sonocert.payment.workflow.SettlingInvoices;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.stripe.FakeStripe;
import org.sonocert.testing.stripe.FakeStripe.Trouble;
import org.sonocert.testing.stripe.TheirBooks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class OwedRefundTest {
  private Buyer buyer;
  private Payer payer;
  private AccountId candidate;
  private AccountId one;
  private AccountId other;
  @Autowired OwingRefunds owing;
  @Autowired RefundProcess refunds;
  @Autowired ComparingBooks comparing;
  @Autowired Mismatches mismatches;
  @Autowired List<ProviderBooks> providers;
  @Autowired IssuingInvoices issuing;
  @Autowired Invoices invoices;
  @Autowired SettlingInvoices settling;
  @Autowired DemoCards cards;
  @Autowired Enrolments enrolments;
  @Autowired Invariants invariants;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  @BeforeEach
  void people(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    payer = Payer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
    one = buyer.person(Role.PROGRAMME_MANAGER);
    other = buyer.person(Role.PROGRAMME_MANAGER);
    FakeStripe.clock(clock::now);
  }

  @AfterEach
  void itWorksAgain() {
    FakeStripe.trouble(() -> Trouble.NONE);
  }

  @Test
  void nobodyApprovesTheOwnOrder() {
    EnrolmentId id = bought();
    UUID refund = order(id.toString(), "product-closed");

    assertThat(refused(() -> owing.decide(one, refund, true))).isEqualTo("own-order");
    assertThatThrownBy(
            () ->
                db.sql(
                        "update owed_refund set decided_by = ordered_by, decided_at = now(),"
                            + " approved = true where id = ?")
                    .param(refund)
                    .update())
        .as("the database itself")
        .isInstanceOf(DataAccessException.class);
    assertThat(cards.lookup(reference(id)).state()).isEqualTo(Charge.State.SUCCEEDED);
  }

  @Test
  void approvedByAnotherManagerTheMoneyGoesBackOnceAndThePayerIsTold() throws Exception {
    EnrolmentId id = bought();
    UUID refund = order(id.toString(), "product-closed");
    AccountId third = buyer.person(Role.PROGRAMME_MANAGER);

    List<String> answers =
        AtOnce.all(
            List.of(
                () -> refused(() -> owing.decide(other, refund, true)),
                () -> refused(() -> owing.decide(third, refund, true)),
                () -> refused(() -> owing.decide(other, refund, true))));

    assertThat(answers).containsExactlyInAnyOrder("", "owed-decided", "owed-decided");
    Awaitility.await("the money").atMost(Duration.ofSeconds(30)).until(() -> back(refund));
    assertThat(cards.lookup(reference(id)).state()).isEqualTo(Charge.State.GIVEN_BACK);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(mails("owed-refund-returned", refund)).isEqualTo(1);
    assertThat(left("card-clearing", reference(id))).isZero();
    assertThat(invariants.broken(List.of(id), clock.now())).isEmpty();
    assertThat(refused(() -> owing.order(one, form(id.toString(), "double-payment", "", ""))))
        .as("what went back is not owed again")
        .isNotEmpty();
  }

  @Test
  void theCandidatesOwnRightNeverMovesTheSameMoneyAgain() {
    EnrolmentId id = bought();
    UUID refund = order(id.toString(), "double-payment");
    owing.decide(other, refund, true);

    assertThat(refunds.ask(candidate, id).returned()).isNull();
    Awaitility.await("the money").atMost(Duration.ofSeconds(30)).until(() -> back(refund));
    assertThat(left("card-clearing", reference(id))).isZero();
    assertThat(left("refunds-payable", reference(id))).isZero();
  }

  @Test
  void aRefusedOrderMovesNothingAndMayBeGivenAgain() {
    EnrolmentId id = bought();
    UUID refund = order(id.toString(), "appeal-upheld");
    assertThat(refused(() -> owing.order(one, form(id.toString(), "appeal-upheld", "", ""))))
        .isEqualTo("owed-before");
    owing.decide(other, refund, false);

    assertThat(cards.lookup(reference(id)).state()).isEqualTo(Charge.State.SUCCEEDED);
    assertThat(order(id.toString(), "appeal-upheld")).isNotEqualTo(refund);
  }

  @Test
  void moneyThatNobodyKnowsIsFoundByTheComparisonAndGoesBackThoughTheAnswerWasLost() {
    TheirBooks.Payment stray = FakeStripe.books().take(null, 9_900, "usd");
    time.advance(Duration.ofMinutes(15));
    ProviderBooks stripe =
        providers.stream().filter(p -> p.provider().equals("stripe")).findFirst().orElseThrow();
    comparing.compare(stripe, clock.now());
    assertThat(differences()).contains(stray.id());
    assertThat(refused(() -> owing.order(one, form(stray.id(), "unmatched-payment", "", ""))))
        .isEqualTo("owed-payer");

    UUID refund = UUID.randomUUID();
    owing.order(
        one,
        new OrderForm(
            refund.toString(), stray.id(), "unmatched-payment", "Not ours", "a@b.example", ""));
    var lost = new java.util.concurrent.atomic.AtomicInteger(2);
    FakeStripe.trouble(() -> lost.getAndDecrement() > 0 ? Trouble.FAULT_AFTER : Trouble.NONE);
    owing.decide(other, refund, true);
    for (int n = 0; n < 10 && !back(refund); n++) {
      time.advance(Duration.ofMinutes(1));
    }

    assertThat(back(refund)).isTrue();
    assertThat(FakeStripe.books().refundsOf(stray.id())).hasSize(1);
    comparing.compare(stripe, clock.now());
    assertThat(differences()).doesNotContain(stray.id());
    assertThat(mails("owed-refund-returned", refund)).isEqualTo(1);
  }

  @Test
  void whatCameByBankIsPaidBackByHandWithAReference() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    issuing.issue(candidate, id);
    Invoice invoice = invoices.latest(id).orElseThrow();
    settling.paid(one, invoice.id(), "IN-1", LocalDate.ofInstant(clock.now(), ZoneOffset.UTC));
    UUID refund = order(invoice.number(), "product-closed");
    assertThat(refused(() -> owing.givenBack(refund, "TOO-EARLY"))).isEqualTo("owed-not-open");
    owing.decide(other, refund, true);
    time.advance(Duration.ofMinutes(2));
    assertThat(back(refund)).isFalse();

    owing.givenBack(refund, "OUT-1");
    assertThat(back(refund)).isTrue();
    assertThat(refused(() -> owing.givenBack(refund, "OUT-2"))).isEqualTo("owed-not-open");
    assertThat(
            db.sql(
                    "select coalesce(sum(amount_cents), 0) from v_payment_ledger where intent_id = ?"
                        + " and account in ('bank', 'refunds-payable', 'fees-earned')")
                .param(invoice.intent())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void badInputIsAnsweredWithWhatToDo() {
    assertThat(refused(() -> owing.order(one, form("", "double-payment", "", ""))))
        .isEqualTo("owed-reference");
    assertThat(refused(() -> owing.order(one, form("nothing", "because", "", ""))))
        .isEqualTo("owed-reason");
    assertThat(refused(() -> owing.order(one, form("nothing", "double-payment", "", ""))))
        .isEqualTo("owed-reference");
    assertThat(refused(() -> owing.order(one, form("TR-1", "double-payment", "a@b.example", "x"))))
        .isEqualTo("owed-amount");
    UUID bank = UUID.randomUUID();
    String reference = "TR-" + bank;
    owing.order(
        one,
        new OrderForm(bank.toString(), reference, "unmatched-payment", "n", "a@b.example", "12.5"));
    assertThat(
            db.sql("select amount_cents from owed_refund where id = ?")
                .param(bank)
                .query(Long.class)
                .single())
        .isEqualTo(1_250);
  }

  private EnrolmentId bought() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    payer.card(candidate, id);
    return id;
  }

  private UUID order(String reference, String reason) {
    OrderForm form = form(reference, reason, "", "");
    owing.order(one, form);
    owing.order(one, form);
    return UUID.fromString(form.id());
  }

  private static OrderForm form(String reference, String reason, String payer, String amount) {
    return new OrderForm(
        UUID.randomUUID().toString(), reference, reason, "What happened", payer, amount);
  }

  private String reference(EnrolmentId id) {
    return db.sql("select reference from payment where enrolment_id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }

  private boolean back(UUID refund) {
    return db.sql("select given_back_at is not null from owed_refund where id = ?")
        .param(refund)
        .query(Boolean.class)
        .single();
  }

  private long left(String account, String reference) {
    return db.sql(
            "select coalesce(sum(amount_cents), 0) from v_payment_ledger"
                + " where account = ? and reference = ?")
        .params(account, reference)
        .query(Long.class)
        .single();
  }

  private List<String> differences() {
    return mismatches.open().stream().map(m -> m.difference().payment()).toList();
  }

  private long mails(String kind, UUID occurrence) {
    return db.sql("select count(*) from outbox where kind = ? and occurrence = ?")
        .params(kind, occurrence.toString())
        .query(Long.class)
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
