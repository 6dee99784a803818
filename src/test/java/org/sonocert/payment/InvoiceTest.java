package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.payment.invoice.Invoice;
import org.sonocert.payment.invoice.Invoices;
import org.sonocert.payment.invoice.IssuingInvoices;
import org.sonocert.payment.workflow.SettlingInvoices;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class InvoiceTest {
  private Buyer buyer;
  private Payer payer;
  private AccountId candidate;
  private AccountId manager;
  @LocalServerPort int port;
  @Autowired IssuingInvoices issuing;
  @Autowired Invoices invoices;
  @Autowired SettlingInvoices settling;
  @Autowired PaymentAttempts attempts;
  @Autowired Enrolments enrolments;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  @BeforeEach
  void people(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    payer = Payer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
    manager = buyer.person(Role.PROGRAMME_MANAGER);
  }

  @Test
  void anInvoiceThatIsMarkedAsPaidIsAPurchaseAtThatInstantThoughItsQuoteRanOutLongAgo() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    Invoice invoice = issued(id);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.APPLYING);
    time.advance(Duration.ofDays(20));
    Instant before = clock.now();

    settling.paid(manager, invoice.id(), "BANK-1", today());

    Enrolment bought = enrolments.get(id);
    assertThat(bought.state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(bought.purchasedAt()).isAfterOrEqualTo(before);
    assertThat(bought.windowEndsAt()).isEqualTo(bought.purchasedAt().plus(Duration.ofDays(90)));
    assertThat(invoices.latest(id).orElseThrow().reference()).isEqualTo("BANK-1");
    assertThat(books(invoice)).isEqualTo(Map.of("bank", 15_000L, "fees-earned", -15_000L));
  }

  @Test
  void itsPriceIsKeptWhileTheCataloguesChanges() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    Invoice invoice = issued(id);
    time.advance(Duration.ofHours(1));
    buyer.confirm(candidate, id);
    assertThat(quotes(id)).isEqualTo(2);

    settling.paid(manager, invoice.id(), "BANK-2", today());

    assertThat(
            db.sql(
                    "select q.number from payment p join quote q on q.id = p.quote_id"
                        + " where p.enrolment_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void ofTwoManagersOneMarksItAsPaidAndTheOtherReadsWhy() throws Exception {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    Invoice invoice = issued(id);
    AccountId other = buyer.person(Role.PROGRAMME_MANAGER);

    List<String> answers =
        AtOnce.all(
            List.of(
                () -> mark(manager, invoice, "BANK-A"),
                () -> mark(other, invoice, "BANK-B"),
                () -> mark(manager, invoice, "BANK-C"),
                () -> mark(other, invoice, "BANK-D")));

    assertThat(answers)
        .containsExactlyInAnyOrder("paid", "invoice-settled", "invoice-settled", "invoice-settled");
    assertThat(count("payment", id)).isEqualTo(1);
    assertThat(books(invoice)).containsEntry("bank", 15_000L);
  }

  @Test
  void moneyThatCameAfterTheLastDayBuysNothing() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    Invoice invoice = issued(id);
    LocalDate last = invoice.dueAt().atZone(ZoneOffset.UTC).toLocalDate();
    time.advance(Duration.between(clock.now(), invoice.dueAt().plus(Duration.ofDays(2))));

    assertThat(mark(manager, invoice, "LATE", last.plusDays(1))).isEqualTo("invoice-not-payable");
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.APPLYING);
    assertThat(invoices.find(invoice.id()).orElseThrow().open()).isTrue();
    assertThat(books(invoice)).doesNotContainKey("bank");

    assertThat(mark(manager, invoice, "IN TIME", last)).isEqualTo("paid");
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
  }

  @Test
  void aCancelledInvoiceIsWrittenToTheCandidateAndCannotBePaid() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    Invoice invoice = issued(id);

    settling.cancel(manager, invoice.id(), "You asked us to.");

    assertThat(mark(manager, invoice, "BANK-9")).isEqualTo("invoice-settled");
    assertThat(books(invoice)).isEmpty();
    assertThat(mails(id)).contains("invoice-issued", "invoice-cancelled");
    assertThatThrownBy(() -> issuing.issue(candidate, id))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().code()).isEqualTo("invoice-cancelled"));
  }

  @Test
  void anInvoiceThatNobodyNeedsAnyMoreIsCancelledByItself() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    Invoice invoice = issued(id);
    payer.card(candidate, id);

    time.advance(Duration.ofMinutes(1));

    assertThat(invoices.find(invoice.id()).orElseThrow().state())
        .isEqualTo(Invoice.State.CANCELLED);
    assertThat(books(invoice)).isEmpty();
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
  }

  @Test
  void somebodyElsesInvoiceIsNotFound() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    issued(id);
    PlainBrowser stranger = signedIn(buyer.person(Role.CANDIDATE));
    assertThat(stranger.open("/pay/" + id + "/invoice").status()).isEqualTo(404);
    assertThatThrownBy(() -> issuing.issue(buyer.person(Role.CANDIDATE), id))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().kind().status()).isEqualTo(404));
  }

  @Test
  void byPagesACandidateAsksAndAManagerMarksItAsPaid() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    PlainBrowser page = signedIn(candidate);
    page.open("/pay/" + id).send("/pay/" + id + "/invoice", Map.of());
    assertThat(page.path()).isEqualTo("/pay/" + id + "/invoice");
    Invoice invoice = invoices.latest(id).orElseThrow();
    assertThat(page.text()).contains(invoice.number(), "USD 150.00", "Sonocert Demo Bank");
    assertThat(page.open("/me/" + id).text()).contains("Pay invoice " + invoice.number());

    PlainBrowser desk = signedIn(manager);
    desk.open("/programme/money");
    assertThat(desk.text()).contains(invoice.number());
    String action = "/programme/money/invoices/" + invoice.id() + "/paid";
    desk.send(action, Map.of("reference", "X-1", "paidOn", "2020-01-01"));
    assertThat(desk.status()).isEqualTo(422);
    assertThat(desk.page().selectFirst("#ref-" + invoice.id()).attr("value")).isEqualTo("X-1");
    assertThat(desk.text()).contains("The day is between");
    desk.send(action, Map.of("reference", "X-1", "paidOn", today().toString()));
    assertThat(desk.status()).isEqualTo(200);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(page.open("/me/" + id).text()).contains("What you bought");
  }

  private Invoice issued(EnrolmentId id) {
    issuing.issue(candidate, id);
    issuing.issue(candidate, id);
    assertThat(count("invoice", id)).isEqualTo(1);
    Invoice invoice = invoices.latest(id).orElseThrow();
    assertThat(Duration.between(invoice.issuedAt(), invoice.dueAt()).toDays()).isEqualTo(30);
    return invoice;
  }

  private String mark(AccountId by, Invoice invoice, String reference) {
    return mark(by, invoice, reference, today());
  }

  private String mark(AccountId by, Invoice invoice, String reference, LocalDate on) {
    try {
      settling.paid(by, invoice.id(), reference, on);
      return "paid";
    } catch (Rejected e) {
      return e.rejection().code();
    }
  }

  private LocalDate today() {
    return clock.now().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** What is left of an invoice in our books, by account. */
  private Map<String, Long> books(Invoice invoice) {
    Map<String, Long> left = new java.util.TreeMap<>();
    db.sql(
            "select account, sum(amount_cents) from v_payment_ledger where intent_id = ?"
                + " group by account having sum(amount_cents) <> 0")
        .param(invoice.intent())
        .query((row, n) -> left.put(row.getString(1), row.getLong(2)))
        .list();
    return left;
  }

  private long quotes(EnrolmentId id) {
    return count("quote", id);
  }

  private long count(String table, EnrolmentId id) {
    return db.sql("select count(*) from " + table + " where enrolment_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }

  private List<String> mails(EnrolmentId id) {
    return db.sql("select kind from outbox where enrolment_id = ?")
        .param(id.value())
        .query(String.class)
        .list();
  }

  private PlainBrowser signedIn(AccountId person) {
    String email =
        db.sql("select email from account where id = ?")
            .param(person.value())
            .query(String.class)
            .single();
    PlainBrowser browser = new PlainBrowser("http://localhost:" + port);
    browser.open("/login").send("/login", Map.of("email", email, "password", "not used here"));
    return browser;
  }
}
