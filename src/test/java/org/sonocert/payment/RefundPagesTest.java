package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.BusinessDays;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.OpeningAccounts.Person;
import org.sonocert.identity.Role;
import org.sonocert.payment.refund.Refund.Return;
import org.sonocert.payment.refund.Refunds;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class RefundPagesTest {
  @LocalServerPort int port;
  @Autowired OpeningAccounts accounts;
  @Autowired Refunds refunds;
  @Autowired Enrolments enrolments;
  @Autowired BusinessDays businessDays;
  @Autowired ProgrammeClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  private PlainBrowser browser;
  private EnrolmentId id;

  @BeforeEach
  void aCandidateWhoHasPaid(@Autowired AutowireCapableBeanFactory parts) {
    String email = "refund-" + UUID.randomUUID() + "@test.example";
    AccountId candidate =
        accounts
            .open(
                new Person(
                    email, "Ana", "Refund", Locale.ENGLISH, accounts.hash("a quiet lake"), null),
                Set.of(Role.CANDIDATE),
                "test")
            .orElseThrow();
    id = Buyer.of(parts).quoted(candidate, "LNG");
    Payer.of(parts).card(candidate, id);
    browser = new PlainBrowser("http://localhost:" + port);
    browser.open("/login").send("/login", Map.of("email", email, "password", "a quiet lake"));
  }

  @Test
  void theRightIsSaidInWordsAndCancellingIsAnsweredOnThePage() {
    String due = Moments.day(businessDays.after(clock.now(), 5), Locale.ENGLISH);
    assertThat(page())
        .contains(
            "You have not started the assessment and your window is open",
            "USD 150.00 goes back to your card ending in 4242 by " + due);
    browser.open("/me/" + id + "/cancel");
    assertThat(browser.text())
        .contains("Cancelling cannot be undone", "Your window ends at once", due);

    browser.send("/cancel", Map.of());

    assertThat(browser.path()).isEqualTo("/me/" + id);
    assertThat(browser.text())
        .contains("This enrolment was cancelled, and the money goes back", "USD 150.00");
    Return back =
        Awaitility.await("the money")
            .atMost(Duration.ofSeconds(30))
            .until(() -> refunds.of(id).orElseThrow().returned(), r -> r.at() != null);
    assertThat(page())
        .contains(
            "USD 150.00 was returned to your card ending in 4242 on "
                + Moments.day(back.at(), Locale.ENGLISH),
            "Money returned");
    assertThat(browser.page().selectFirst("a[href$=/cancel]")).isNull();
    assertThat(browser.open("/me/" + id + "/cancel").path()).isEqualTo("/me/" + id);
    assertThat(browser.open("/me/" + id + "/diagrams/refund").status()).isEqualTo(200);
    assertThat(browser.open("/me/" + id + "?lang=es").text()).contains("Se devolvieron");
  }

  @Test
  void theSameFormSentTwiceIsOneRequest() {
    browser.open("/me/" + id + "/cancel");
    var form = (org.jsoup.nodes.FormElement) browser.page().selectFirst("form[action$=/cancel]");
    var fields = PlainBrowser.values(form, Map.of());
    browser.post(form.absUrl("action"), fields);
    browser.post(form.absUrl("action"), fields);

    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.text()).contains("You cancelled this enrolment on");
    assertThat(mails()).containsOnlyOnce("refund-granted");
  }

  @Test
  void afterTheStartThePageSaysWhyAndOffersNoButton() {
    browser.open("/me/" + id + "/cancel");
    var form = (org.jsoup.nodes.FormElement) browser.page().selectFirst("form[action$=/cancel]");
    transaction.executeWithoutResult(
        status -> {
          enrolments.lock(id);
          enrolments.markStarted(id);
        });

    assertThat(page()).contains("You have started the assessment and so have seen its cases.");
    assertThat(browser.page().selectFirst("a[href$=/cancel]")).isNull();
    assertThat(browser.open("/me/" + id + "/cancel").page().selectFirst("form[action$=/cancel]"))
        .isNull();

    browser.post(form.absUrl("action"), PlainBrowser.values(form, Map.of()));
    assertThat(browser.text()).contains("and it was refused", "You have started the assessment");
    assertThat(mails()).containsOnlyOnce("refund-refused");
  }

  private String page() {
    return browser.open("/me/" + id).text();
  }

  private List<String> mails() {
    return db.sql("select kind from outbox where enrolment_id = ?")
        .param(id.value())
        .query(String.class)
        .list();
  }
}
