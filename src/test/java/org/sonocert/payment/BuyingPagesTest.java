package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.OpeningAccounts.Person;
import org.sonocert.identity.Role;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealParts
class BuyingPagesTest {
  @LocalServerPort int port;
  @Autowired OpeningAccounts accounts;

  @Test
  void aVisitorReadsWhatCanBeBoughtAndOnWhatTerms() {
    PlainBrowser visitor = visitor();
    assertThat(visitor.open("/").status()).isEqualTo(200);
    assertThat(visitor.text()).contains("LNG", "AAA", "How it works").doesNotContain("SP-EM");
    assertThat(visitor.open("/catalogue").page().select(".card")).hasSize(22);
    assertThat(visitor.text()).contains("SP-EM", "USD 625.00", "Not open yet");
    assertThat(visitor.open("/catalogue/LNG").text())
        .contains("USD 150.00", "90 days", "20", "continuing medical education", "policy release");
    assertThat(visitor.page().selectFirst("a[href=/apply/LNG]")).isNotNull();
    assertThat(visitor.open("/catalogue/SP-EM").text()).contains("cannot be bought yet", "EPSS");
    assertThat(visitor.page().selectFirst("a[href^=/apply]")).isNull();
  }

  @Test
  void spanishPagesAreSpanish() {
    PlainBrowser visitor = visitor();
    assertThat(visitor.open("/catalogue/LNG?lang=es").text()).contains("Pulmón", "Solicitar");
    assertThat(visitor.open("/").text()).contains("Cómo funciona");
    assertThat(visitor.page().selectFirst("html").attr("lang")).isEqualTo("es");
  }

  @Test
  void anUnknownProductIsNotFound() {
    assertThat(visitor().open("/catalogue/NOPE").status()).isEqualTo(404);
    PlainBrowser candidate = signedIn();
    assertThat(candidate.open("/apply/NOPE").status()).isEqualTo(404);
  }

  @Test
  void aCandidateAppliesAndPaysByPages() {
    PlainBrowser candidate = signedIn();
    candidate.open("/apply/LNG").send("/apply/LNG", Map.of());
    String id = candidate.path().replaceAll("^/me/([0-9a-f-]{36}).*", "$1");
    task(
        candidate,
        id,
        Map.of("licenceNumber", "P-" + id, "goodStanding", "yes", "practising", "yes"));
    task(
        candidate,
        id,
        Map.of("route", "certificate", "certificateNumber", "F1", "certificateDate", "2024-03-01"));
    task(candidate, id, Map.of("casesAttested", "20"));
    assertThat(openTask(candidate, id).text()).contains("USD 150.00", "Policy release");
    candidate.send("/tasks/", Map.of());
    assertThat(candidate.path()).isEqualTo("/pay/" + id);
    assertThat(candidate.text()).contains("USD 150.00", "Window: 90 days", "refund");

    candidate.send("/pay/" + id, Map.of());
    candidate.send("/demo-card", Map.of("cardNumber", "4000 0000 0000 0002", "price", "1"));
    assertThat(candidate.status()).isEqualTo(422);
    assertThat(candidate.text()).contains("declined");
    candidate.send("/demo-card", Map.of("cardNumber", "4242 4242 4242 4242"));
    assertThat(candidate.path()).isEqualTo("/me/" + id);
    assertThat(candidate.text()).contains("What you bought", "USD 150.00");

    PlainBrowser stranger = signedIn();
    assertThat(stranger.open("/pay/" + id).status()).isEqualTo(404);
    assertThat(stranger.open("/me/" + id + "/withdraw").status()).isEqualTo(404);
  }

  private static void task(PlainBrowser candidate, String id, Map<String, String> answers) {
    openTask(candidate, id).send("/tasks/", answers);
    assertThat(candidate.status()).as(candidate.text()).isEqualTo(200);
  }

  private static PlainBrowser openTask(PlainBrowser candidate, String id) {
    candidate.open("/me/" + id);
    Element link = candidate.page().selectFirst("a[href*=/tasks/]");
    assertThat(link).as(candidate.text()).isNotNull();
    return candidate.open(link.absUrl("href"));
  }

  private PlainBrowser visitor() {
    return new PlainBrowser("http://localhost:" + port);
  }

  private PlainBrowser signedIn() {
    String email = "pages-" + UUID.randomUUID() + "@test.example";
    accounts.open(
        new Person(email, "Ana", "Test", Locale.ENGLISH, accounts.hash(RealParts.PASSWORD), null),
        Set.of(Role.CANDIDATE),
        "test");
    PlainBrowser browser = visitor();
    browser
        .open("/login")
        .send("/login", Map.of("username", email, "email", email, "password", RealParts.PASSWORD));
    return browser;
  }
}
