package org.sonocert.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.TaskInbox;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.OpeningAccounts.Person;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealParts
class SupportPagesTest {
  private static final String PASSWORD = "a quiet lake";
  private static final String TEXT = "The sound of the second case does not play.";

  @LocalServerPort int port;
  @Autowired OpeningAccounts accounts;
  @Autowired TaskInbox inbox;

  private PlainBrowser browser;
  private EnrolmentId id;

  @BeforeEach
  void aCandidateWhoApplies(@Autowired AutowireCapableBeanFactory parts) {
    String email = "help-" + UUID.randomUUID() + "@test.example";
    AccountId candidate = person(email, Role.CANDIDATE);
    id = Buyer.of(parts).open(candidate, "LNG");
    browser = signedIn(email);
  }

  private AccountId person(String email, Role role) {
    var person = new Person(email, "Ana", "Help", Locale.ENGLISH, accounts.hash(PASSWORD), null);
    return accounts.open(person, Set.of(role), "test").orElseThrow();
  }

  private PlainBrowser signedIn(String email) {
    PlainBrowser one = new PlainBrowser("http://localhost:" + port);
    return one.open("/login").send("/login", Map.of("email", email, "password", PASSWORD));
  }

  @Test
  void aVisitorAndWhoeverHasNoEnrolmentReadWhomToWriteTo() {
    PlainBrowser visitor = new PlainBrowser("http://localhost:" + port).open("/help");
    assertThat(visitor.text()).contains("needs an account with an enrolment", "Write to");
    assertThat(visitor.page().select("a[href*=/me/]")).isEmpty();

    String email = "none-" + UUID.randomUUID() + "@test.example";
    person(email, Role.CANDIDATE);
    assertThat(signedIn(email).open("/help").text()).contains("needs an account with an enrolment");
  }

  @Test
  void helpIsAskedForFromTheFooterOfAnyPageAndAnsweredOnTheEnrolmentsPage() {
    browser.open("/me/" + id);
    Element footer = browser.page().selectFirst("footer a[href^=/help]");
    assertThat(footer.attr("href")).isEqualTo("/help?from=/me/" + id);
    browser.open(footer.absUrl("href"));
    browser.open(browser.page().selectFirst("a[href^=/me/" + id + "/help]").absUrl("href"));

    browser.send("/help", Map.of("kind", "technical-problem", "text", TEXT));

    assertThat(browser.path()).isEqualTo("/me/" + id);
    assertThat(browser.text()).contains("Technical problem", "We answer by", TEXT);
    assertThat(browser.text()).doesNotContain("The programme's turn: Answer the request");
    PlainBrowser staff = answered("Use another browser; we have seen this before.");
    assertThat(staff.path()).isEqualTo("/tasks");

    assertThat(browser.open("/me/" + id).text())
        .contains("and we answered on", "Use another browser; we have seen this before.");
    assertThat(browser.open("/me/" + id + "/diagrams/support-request").status()).isEqualTo(200);
    assertThat(browser.open("/me/" + id + "?lang=es").text()).contains("Problema técnico");
  }

  /** Staff see who asks what from where, claim the task and answer. */
  private PlainBrowser answered(String answer) {
    String email = "manager-" + UUID.randomUUID() + "@test.example";
    person(email, Role.PROGRAMME_MANAGER);
    PlainBrowser staff = signedIn(email);
    String task = inbox.find(id, "answer-support-request", null).orElseThrow().id();
    staff.open("/tasks/" + task).send("/claim", Map.of());
    assertThat(staff.text())
        .contains("Ana Help", "Lung", "Technical problem", TEXT, "/me/" + id, "Java-http-client");
    FormElement form = (FormElement) staff.page().selectFirst("form[action$=/tasks/" + task + "]");
    return staff.post(
        form.absUrl("action"), PlainBrowser.values(form, Map.of("supportAnswer", answer)));
  }

  @Test
  void aBadFormComesBackWithWhatWasTyped() {
    browser.open("/me/" + id + "/help").send("/help", Map.of("kind", "more-time", "text", "short"));

    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.text()).contains("Please write from 10 to 4000 characters.");
    assertThat(browser.page().selectFirst("textarea").text()).isEqualTo("short");
    assertThat(browser.page().selectFirst("option[selected]").val()).isEqualTo("more-time");
  }

  @Test
  void aSixthOpenRequestIsRefusedOnThePageWithoutLosingTheText() {
    for (int n = 0; n < 5; n++) {
      browser.open("/me/" + id + "/help").send("/help", Map.of("text", TEXT));
    }
    browser.open("/me/" + id + "/help").send("/help", Map.of("text", TEXT));
    assertThat(browser.status()).isEqualTo(409);
    assertThat(browser.page().selectFirst("textarea").text()).isEqualTo(TEXT);
  }

  @Test
  void anothersEnrolmentIsNotFound() {
    String email = "other-" + UUID.randomUUID() + "@test.example";
    person(email, Role.CANDIDATE);
    assertThat(signedIn(email).open("/me/" + id + "/help").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert('bellbird-1')</script>",
        "\"><img src=x onerror=alert('bellbird-2')>",
        "<svg/onload=alert(`bellbird-3`)> and more",
        "[[${7*7}]] __${T(java.lang.Runtime)}__ bellbird-4",
        "<a href=\"javascript:alert('bellbird-5')\">bellbird</a></textarea></details>"
      })
  void aHostileTextIsShownAsItIsToCandidateAndStaff(String hostile) {
    browser
        .open("/me/" + id + "/help")
        .send("/help", Map.of("kind", "something-else", "text", hostile));
    assertShown(browser, hostile);

    String email = "manager-" + UUID.randomUUID() + "@test.example";
    person(email, Role.PROGRAMME_MANAGER);
    PlainBrowser staff = signedIn(email);
    String task = inbox.find(id, "answer-support-request", null).orElseThrow().id();
    staff.open("/tasks/" + task).send("/claim", Map.of());
    assertShown(staff, hostile);
    FormElement form = (FormElement) staff.page().selectFirst("form[action$=/tasks/" + task + "]");
    staff.post(form.absUrl("action"), PlainBrowser.values(form, Map.of("supportAnswer", hostile)));

    assertShown(browser.open("/me/" + id), hostile);
    assertThat(browser.text()).contains("and we answered on");
    List<Map.Entry<String, String>> bad =
        List.of(Map.entry("text", hostile), Map.entry("kind", hostile), Map.entry("from", hostile));
    browser.open("/me/" + id + "/help?from=" + hostile.replaceAll("[^a-z]", "%3C"));
    FormElement again = (FormElement) browser.page().selectFirst("form[action$=/help]");
    List<Map.Entry<String, String>> fields =
        new java.util.ArrayList<>(
            PlainBrowser.values(again, Map.of()).stream()
                .filter(f -> bad.stream().noneMatch(b -> b.getKey().equals(f.getKey())))
                .toList());
    fields.addAll(bad);
    browser.post(again.absUrl("action"), fields);
    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.page().selectFirst("textarea").wholeText()).isEqualTo(hostile);
    assertInert(browser);
  }

  private static void assertShown(PlainBrowser page, String hostile) {
    assertThat(page.text()).contains(hostile);
    assertInert(page);
  }

  private static void assertInert(PlainBrowser page) {
    assertThat(
            page.page()
                .select(
                    "script:not([src]):not([type=application/json]), [onerror], [onload], img[src=x]"))
        .isEmpty();
    assertThat(page.page().select("a[href^=javascript]")).isEmpty();
  }
}
