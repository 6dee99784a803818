package org.sonocert.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.TaskInbox;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.OpeningAccounts.Person;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.Payer;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which days are asked for and one gives up, without scripts. */
@RealParts
class ExceptionPagesTest {
  private static final String HOSTILE = "<script>alert(1)</script> & more words";

  @LocalServerPort int port;
  @Autowired OpeningAccounts accounts;
  @Autowired TaskInbox inbox;

  private PlainBrowser candidate;
  private PlainBrowser manager;
  private EnrolmentId id;

  private record Somebody(AccountId id, PlainBrowser browser) {}

  @BeforeEach
  void aCandidateWhoBoughtAndAManager(@Autowired AutowireCapableBeanFactory parts) {
    Somebody somebody = signedIn(Role.CANDIDATE);
    candidate = somebody.browser();
    id = Buyer.of(parts).quoted(somebody.id(), "LNG");
    Payer.of(parts).card(somebody.id(), id);
    manager = signedIn(Role.PROGRAMME_MANAGER).browser();
  }

  private Somebody signedIn(Role role) {
    String email = "days-" + UUID.randomUUID() + "@test.example";
    var person =
        new Person(email, "Ana", "Days", Locale.ENGLISH, accounts.hash(RealParts.PASSWORD), null);
    AccountId account = accounts.open(person, Set.of(role), "test").orElseThrow();
    PlainBrowser browser = new PlainBrowser("http://localhost:" + port);
    browser.open("/login").send("/login", Map.of("email", email, "password", RealParts.PASSWORD));
    return new Somebody(account, browser);
  }

  @Test
  void whatIsWrongIsNamedAndWhatWasTypedStays() {
    manager.open(page("exception"));
    manager.send("/exception", Map.of("kind", "extension", "days", "31", "reason", HOSTILE));
    assertThat(manager.status()).isEqualTo(409);
    assertThat(manager.text()).contains("More than 30 days of extension");
    assertThat(manager.page().selectFirst("#reason").wholeText()).isEqualTo(HOSTILE);
    assertThat(manager.page().selectFirst("#days").val()).isEqualTo("31");

    manager.send("/exception", Map.of("kind", "extension", "days", "7", "reason", "short"));
    assertThat(manager.status()).isEqualTo(422);
    assertThat(manager.text()).contains("Please give a reason");
    manager.send("/exception", Map.of("kind", "operator-hold", "reason", HOSTILE));
    assertThat(manager.text()).contains("the beginning and the end of the time");
  }

  @Test
  void hostileReasonsAreShownAsTheyAreToManagersAndCandidates() {
    candidate.open("/me/" + id + "/accommodation");
    candidate.send("/accommodation", Map.of("days", "5", "reason", HOSTILE));
    assertThat(candidate.path()).isEqualTo("/me/" + id);
    assertThat(candidate.text()).contains("Accommodation: 5 days", "waits for a decision");
    for (String path : List.of(page(""), "/programme?within=0", "/tasks")) {
      manager.open(path);
      assertThat(manager.status()).isEqualTo(200);
      assertThat(manager.page().select("main script:not([type])")).isEmpty();
    }
    assertThat(manager.open(page("")).text()).contains(HOSTILE, "waits for a decision");
  }

  @Test
  void anAnswerCannotAskForMoreThanTheTableAllows() {
    candidate
        .open("/me/" + id + "/help")
        .send("/help", Map.of("kind", "more-time", "text", "I was ill for two weeks."));
    String task = inbox.find(id, "answer-support-request", null).orElseThrow().id();
    manager.open("/tasks/" + task).send("/claim", Map.of());
    FormElement form =
        (FormElement) manager.page().selectFirst("form[action$=/tasks/" + task + "]");
    Map<String, String> tooMany =
        Map.of("supportAnswer", "We have asked for more days.", "moreDays", "31");
    manager.post(form.absUrl("action"), PlainBrowser.values(form, tooMany));

    assertThat(manager.status()).isEqualTo(409);
    assertThat(manager.text()).contains("More than 30 days of extension");
    assertThat(inbox.find(id, "answer-support-request", null)).isPresent();
    assertThat(inbox.find(id, "decide-exception", null)).isEmpty();
  }

  @Test
  void helpLeadsWithdrawalAndAccommodationToTheirPagesWithWhatWasTyped() {
    candidate
        .open("/me/" + id + "/help")
        .send("/help", Map.of("kind", "accommodation", "text", "I read slowly."));
    assertThat(candidate.path()).endsWith("/accommodation");
    assertThat(candidate.page().selectFirst("#reason").wholeText()).isEqualTo("I read slowly.");
    candidate
        .open("/me/" + id + "/help")
        .send("/help", Map.of("kind", "withdrawal", "text", "I give up."));
    assertThat(candidate.path()).endsWith("/withdrawal");
    assertThat(candidate.text()).contains("You have not started", "See what cancelling means");
    assertThat(candidate.page().select("main form")).isEmpty();
  }

  @Test
  void somebodyElsesIdsAreNotFound() {
    PlainBrowser stranger = signedIn(Role.CANDIDATE).browser();
    for (String path : List.of("accommodation", "withdrawal")) {
      assertThat(stranger.open("/me/" + id + "/" + path).status()).isEqualTo(404);
    }
    for (String path : List.of("", "/exception", "/death")) {
      String nobodys = "/programme/enrolments/" + UUID.randomUUID() + path;
      assertThat(manager.open(nobodys).status()).isEqualTo(404);
      assertThat(candidate.open(nobodys).status()).isEqualTo(404);
    }
  }

  @Test
  void aDeathIsRecordedOnlyWhenItIsCertain() {
    manager.open(page("death"));
    manager.send("/death", Map.of("note", "The hospital wrote to us.", "certain", ""));
    assertThat(manager.status()).isEqualTo(422);
    assertThat(manager.page().selectFirst("#note").wholeText())
        .isEqualTo("The hospital wrote to us.");
    manager.send("/death", Map.of("note", "The hospital wrote to us.", "certain", "yes"));
    assertThat(manager.path()).isEqualTo("/programme/enrolments/" + id);
    assertThat(manager.text()).contains("withdrawn", "The hospital wrote to us.");
  }

  @Test
  void theYearShowsItsNumbersWithoutAScript() {
    manager.open("/programme/year?product=LNG");
    List<String> month = manager.page().select("#way-table tbody tr:last-child td").eachText();
    assertThat(month).hasSize(6).allMatch(count -> count.matches("[0-9]+"));
    assertThat(Integer.parseInt(month.get(0))).isPositive();
    assertThat(manager.open("/programme/year?product=%3Cscript%3E").status()).isEqualTo(200);
    assertThat(manager.open("/programme?within=x&turn=y&product='&page=-1").status())
        .isEqualTo(200);
  }

  private String page(String part) {
    return "/programme/enrolments/" + id + (part.isEmpty() ? "" : "/" + part);
  }
}
