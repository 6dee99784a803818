package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.payment.invoice.IssuingInvoices;
import org.sonocert.payment.workflow.PurchaseProcess;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What happens to an attempt while its provider is being told of it. */
@RealParts
class AbandonedAttemptTest {
  private Buyer buyer;
  @LocalServerPort int port;
  @Autowired PaymentAttempts attempts;
  @Autowired PurchaseProcess purchases;
  @Autowired Intents intents;
  @Autowired IntentRows rows;
  @Autowired PayableQuotes payable;
  @Autowired Enrolments enrolments;
  @Autowired IssuingInvoices issuing;
  @Autowired Catalogue catalogue;
  @Autowired DemoCards cards;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient db;

  @BeforeEach
  void buyer(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
  }

  @Test
  void anAttemptThatIsAbandonedWhileItIsAnnouncedLeavesNoChargeThatNobodyAsksFor() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    var seen = new AtomicReference<Intent>();
    String path =
        whileAnnounced(i -> attempts.abandon(keep(i, seen))).begin(candidate, id, "demo-card");

    assertThat(path).as("not the page of a card").isEqualTo("/me/" + id);
    Intent intent = attempts.latest(candidate, id).orElseThrow();
    assertThat(intent.state()).isEqualTo(Intent.State.ABANDONED);
    assertThat(intent.reference()).isNull();
    assertThat(cards.lookup("demo_" + intent.id()).state()).isEqualTo(Charge.State.CANCELLED);
  }

  @Test
  void anAttemptThatWasAnnouncedMeanwhileIsNotAbandonedUnasked() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    var stale = new AtomicReference<Intent>();
    whileAnnounced(i -> keep(i, stale)).begin(candidate, id, "demo-card");

    attempts.abandon(stale.get());

    Intent intent = attempts.latest(candidate, id).orElseThrow();
    assertThat(stale.get().reference()).isNull();
    assertThat(intent.state()).isEqualTo(Intent.State.OPEN);
    assertThat(attempts.unsettled()).extracting(Intent::id).contains(intent.id());
    Charge paid = cards.charge(String.valueOf(intent.reference()), "4242 4242 4242 4242");
    assertThat(purchases.confirm(intent, paid).state()).isEqualTo(Purchase.State.OPENED);
  }

  @Test
  void anAttemptThatItsProviderWasNotToldOfLeadsBackToTheWaysToPay() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    PaymentAttempts broken =
        whileAnnounced(
            i -> {
              throw new IllegalStateException("the provider does not answer");
            });
    assertThatThrownBy(() -> broken.begin(candidate, id, "demo-card"))
        .isInstanceOf(IllegalStateException.class);

    PlainBrowser page = signedIn(candidate);
    page.open("/pay/" + id + "/demo-card");
    assertThat(page.path()).isEqualTo("/pay/" + id);
    assertThat(page.status()).isEqualTo(200);
    page.send("/pay/" + id, Map.of());
    assertThat(page.path()).isEqualTo("/pay/" + id + "/demo-card");
  }

  @Test
  void anInvoiceThatWasAskedForInAnotherTabLeavesTheCardsPageAsItWas() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    PlainBrowser page = signedIn(candidate);
    page.open("/pay/" + id).send("/pay/" + id, Map.of("provider", "demo-card"));
    issuing.issue(candidate, id);

    assertThat(page.open("/pay/" + id + "/demo-card").status()).isEqualTo(200);
    page.send("/demo-card", Map.of("cardNumber", "4242 4242 4242 4242"));

    assertThat(page.path()).isEqualTo("/me/" + id);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
  }

  @Test
  void noCardIsChargedForWhatWasPaidInAnotherTab(@Autowired AutowireCapableBeanFactory parts) {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    PlainBrowser page = signedIn(candidate);
    page.open("/pay/" + id).send("/pay/" + id, Map.of("provider", "demo-card"));
    Intent card = attempts.latest(candidate, id, "demo-card").orElseThrow();
    Payer.of(parts).elsewhere(id, "another-company");

    page.send("/demo-card", Map.of("cardNumber", "4242 4242 4242 4242"));

    assertThat(page.path()).isEqualTo("/me/" + id);
    assertThat(cards.lookup(String.valueOf(card.reference())).state())
        .isIn(Charge.State.WAITING, Charge.State.CANCELLED);
    assertThat(page.open("/pay/" + id + "/demo-card").path()).isEqualTo("/me/" + id);
  }

  private static Intent keep(Intent intent, AtomicReference<Intent> place) {
    place.set(intent);
    return intent;
  }

  /** The product's attempts, with something happening while the demo's cards are being told. */
  private PaymentAttempts whileAnnounced(java.util.function.Consumer<Intent> meanwhile) {
    CardProvider slow =
        new CardProvider() {
          @Override
          public String name() {
            return cards.name();
          }

          @Override
          public String createIntent(Announcement announced) {
            meanwhile.accept(rows.find(announced.intent()).orElseThrow());
            return cards.createIntent(announced);
          }

          @Override
          public Charge lookup(String reference) {
            return cards.lookup(reference);
          }

          @Override
          public Charge cancel(String reference) {
            return cards.cancel(reference);
          }

          @Override
          public boolean giveBack(UUID intent, String reference) {
            return cards.giveBack(intent, reference);
          }

          @Override
          public boolean giveBackUnknown(UUID ourId, String payment) {
            return cards.giveBackUnknown(ourId, payment);
          }

          @Override
          public String payPath(UUID enrolment) {
            return cards.payPath(enrolment);
          }
        };
    var beans = new StaticListableBeanFactory(Map.of("slow", slow));
    return new PaymentAttempts(
        new CardProviders(beans.getBeanProvider(CardProvider.class)),
        intents,
        rows,
        payable,
        enrolments,
        catalogue,
        transactions);
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
