package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.payment.events.ProviderEvents;
import org.sonocert.payment.invoice.IssuingInvoices;
import org.sonocert.payment.ledger.Mismatches;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.stripe.FakeStripe;
import org.sonocert.testing.stripe.FakeStripe.Trouble;
import org.sonocert.testing.stripe.StripeMail;
import org.sonocert.testing.stripe.StripeMail.Message;
import org.sonocert.testing.stripe.TheirBooks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Paying by card on the company's page, as a candidate and a manager see it. */
@RealParts
class StripePagesTest {
  private final TheirBooks books = FakeStripe.books();
  private Buyer buyer;
  private AccountId candidate;
  private EnrolmentId id;
  private PlainBrowser page;
  @LocalServerPort int port;
  @Autowired PaymentAttempts attempts;
  @Autowired ProviderEvents events;
  @Autowired IssuingInvoices issuing;
  @Autowired Mismatches mismatches;
  @Autowired Enrolments enrolments;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  @BeforeEach
  void aQuote(@Autowired AutowireCapableBeanFactory parts) {
    FakeStripe.clock(clock::now);
    buyer = Buyer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
    id = buyer.quoted(candidate, "LNG");
    page = signedIn(candidate);
  }

  @AfterEach
  void itWorksAgain() {
    FakeStripe.trouble(() -> Trouble.NONE);
  }

  @Test
  void aCandidateIsLedToTheCompanysPageAndBack() {
    TheirBooks.Session session = begun();
    assertThat(session.cents).isEqualTo(15_000);
    assertThat(session.currency).isEqualTo("usd");
    assertThat(page.path()).isEqualTo("/pay/" + id + "/stripe");
    assertThat(page.page().selectFirst("a[href=https://checkout.test/" + session.id + "]"))
        .isNotNull();

    books.decline(session.id);
    assertThat(page.open("/pay/" + id + "/stripe").text()).contains("declined");

    books.pay(session.id);
    assertThat(page.open("/pay/" + id + "/stripe").text()).contains("You have paid");
    assertThat(enrolments.get(id).state())
        .as("opening a page changes nothing")
        .isEqualTo(EnrolmentState.APPLYING);
    page.send("/pay/" + id + "/stripe", Map.of());
    assertThat(page.path()).isEqualTo("/me/" + id);
    assertThat(page.text()).contains("What you bought", "USD 150.00");
  }

  @Test
  void whoeverPaidFindsThePageThoughAnInvoiceWasAskedForInAnotherTab() {
    TheirBooks.Session session = begun();
    issuing.issue(candidate, id);
    books.pay(session.id);

    assertThat(page.open("/pay/" + id + "/stripe").text()).contains("You have paid");
    page.send("/pay/" + id + "/stripe", Map.of());
    assertThat(page.path()).isEqualTo("/me/" + id);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
  }

  @Test
  void whatWasPaidInAnotherWayMeanwhileIsNotAskedForOnceMore(
      @Autowired AutowireCapableBeanFactory parts) {
    begun();
    Payer.of(parts).elsewhere(id, "another-company");

    assertThat(page.open("/pay/" + id + "/stripe").path()).isEqualTo("/me/" + id);
    assertThat(page.status()).isEqualTo(200);
  }

  @Test
  void aMessageAloneOpensTheEnrolmentWithinSeconds() {
    TheirBooks.Session session = begun();
    books.pay(session.id);
    assertThat(new StripeMail(port).deliver(StripeMail.sessionPaid(session))).isEqualTo(200);

    Awaitility.await("the purchase")
        .atMost(Duration.ofSeconds(20))
        .until(() -> enrolments.get(id).state() == EnrolmentState.ACTIVE);
    assertThat(page.open("/pay/" + id + "/stripe").path()).isEqualTo("/me/" + id);
  }

  @Test
  void whileTheCompanyIsDownThePayerIsToldAndLosesNothing() {
    FakeStripe.trouble(() -> Trouble.DOWN);
    page.open("/pay/" + id);
    page.send("/pay/" + id, Map.of("provider", "stripe"));
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.text()).contains("does not answer at the moment");

    FakeStripe.trouble(() -> Trouble.NONE);
    assertThat(begun().status).isEqualTo("open");
  }

  @Test
  void anotherPriceThanTheQuotesGoesBackAndThePayerReadsWhy() {
    TheirBooks.Session session = begun();
    TheirBooks.Payment payment = books.pay(session, 14_000, "usd");
    page.open("/pay/" + id + "/stripe").send("/pay/" + id + "/stripe", Map.of());

    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text()).contains("is not the amount of the quote");
    assertThat(books.refundsOf(payment.id())).hasSize(1);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.APPLYING);
  }

  @Test
  void somebodyElsesPaymentIsNotFound() {
    begun();
    PlainBrowser stranger = signedIn(buyer.person(Role.CANDIDATE));
    assertThat(stranger.open("/pay/" + id + "/stripe").status()).isEqualTo(404);
  }

  @Test
  void aMessageThatFailsIsShownToManagersWhoTryItAgain() {
    TheirBooks.Session session = begun();
    books.pay(session.id);
    FakeStripe.trouble(() -> Trouble.DOWN);
    Message message = StripeMail.sessionPaid(session);
    new StripeMail(port).deliver(message);
    Awaitility.await("the failure")
        .atMost(Duration.ofSeconds(20))
        .until(() -> events.trouble().stream().anyMatch(t -> t.id().equals(message.id())));
    PlainBrowser desk = signedIn(buyer.person(Role.PROGRAMME_MANAGER));
    assertThat(desk.open("/programme/money").text()).contains("could not be worked off");

    FakeStripe.trouble(() -> Trouble.NONE);
    desk.send("/programme/money/events/" + message.id() + "/again", Map.of());
    assertThat(desk.path()).isEqualTo("/programme/money");
    Awaitility.await("the purchase")
        .atMost(Duration.ofSeconds(70))
        .until(() -> enrolments.get(id).state() == EnrolmentState.ACTIVE);
  }

  @Test
  void aDisputeIsShownWhileTheMoneyIsWithheldWhateverOrderItsMessagesComeIn() {
    TheirBooks.Session session = begun();
    String payment = books.pay(session.id).id();
    StripeMail mail = new StripeMail(port);
    Message opened = StripeMail.ofDispute("charge.dispute.created", payment);
    Message closed = StripeMail.ofDispute("charge.dispute.closed", payment);
    books.dispute(payment, "needs_response");
    mail.deliver(opened);
    PlainBrowser desk = signedIn(buyer.person(Role.PROGRAMME_MANAGER));
    Awaitility.await("the dispute")
        .atMost(Duration.ofSeconds(20))
        .until(() -> desk.open("/programme/money").text().contains("dp_" + payment));
    assertThat(desk.text())
        .contains("money withheld", "product not received", "Answer the card company")
        .doesNotContain("Nothing wants a manager");
    assertThat(reasons(payment)).isEmpty();

    books.dispute(payment, "won");
    mail.deliver(closed);
    Awaitility.await("its end").atMost(Duration.ofSeconds(20)).until(() -> phase(payment, "won"));
    mail.deliver(StripeMail.ofDispute("charge.dispute.created", payment));
    Awaitility.await("an older message")
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .until(() -> phase(payment, "won"));
  }

  private boolean phase(String payment, String phase) {
    return db.sql("select phase from card_dispute where payment = ?")
        .param(payment)
        .query(String.class)
        .single()
        .equals(phase);
  }

  private List<Mismatches.Reason> reasons(String payment) {
    return mismatches.open().stream()
        .map(Mismatches.Seen::difference)
        .filter(d -> d.payment().equals(payment))
        .map(Mismatches.Difference::reason)
        .toList();
  }

  private TheirBooks.Session begun() {
    page.open("/pay/" + id);
    page.send("/pay/" + id, Map.of("provider", "stripe"));
    Intent intent = attempts.latest(candidate, id).orElseThrow();
    return books.sessionOf(intent.id().toString());
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
