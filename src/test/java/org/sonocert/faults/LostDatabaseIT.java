package org.sonocert.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonocert.testing.ExternalDatabase;
import org.sonocert.testing.Jar;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.Walk;

/** The database goes away under the running server and comes back. */
class LostDatabaseIT {
  private static final Map<String, String> PRACTICE =
      Map.of(
          "profession",
          "physician",
          "licenceNumber",
          "L-1",
          "goodStanding",
          "yes",
          "practising",
          "yes");

  private final HttpClient http = HttpClient.newHttpClient();

  /** A form that is filled in but not sent. */
  private record Typed(String action, List<Map.Entry<String, String>> fields) {}

  @Test
  void withoutItsOwnDatabaseTheServerSaysSoAndAfterARestartTheSameFormCountsOnce()
      throws Exception {
    try (Jar jar = Jar.fresh().start()) {
      Walk walk = applying(jar);
      Typed form = typed(walk);
      long postmaster =
          Long.parseLong(
              Files.readAllLines(jar.data().resolve("postgres/postmaster.pid")).get(0).strip());
      ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();

      nothingButAClearPage(jar, walk.candidate(), form);
      jar.close();
      jar.start();
      sentAgain(walk, form);
    }
  }

  @Test
  void whenADatabaseOfOnesOwnComesBackTheServerGoesOnByItself(@TempDir Path folder)
      throws Exception {
    ExternalDatabase database = ExternalDatabase.create(folder);
    try (Jar jar = database.serves(Jar.fresh()).start()) {
      Walk walk = applying(jar);
      Typed form = typed(walk);
      database.stop();

      nothingButAClearPage(jar, walk.candidate(), form);
      database.startAgain();
      Awaitility.await("the pool connects again")
          .atMost(Duration.ofSeconds(60))
          .until(() -> walk.candidate().open("/me").status() == 200);
      sentAgain(walk, form);
      assertThat(status(jar.managementBase() + "/actuator/health").statusCode()).isEqualTo(200);
    } finally {
      database.stop();
    }
  }

  private static Walk applying(Jar jar) {
    return new Walk(jar.base(), "Lost").signUp().signIn().apply("LNG");
  }

  private static Typed typed(Walk walk) {
    PlainBrowser candidate = walk.candidate().open("/me/" + walk.enrolment());
    Element link = candidate.page().selectFirst("ul.tasks a[href*=/tasks/]");
    candidate.open(link.absUrl("href"));
    FormElement form = (FormElement) candidate.page().selectFirst("form[action*=/tasks/]");
    return new Typed(form.absUrl("action"), PlainBrowser.values(form, PRACTICE));
  }

  private void nothingButAClearPage(Jar jar, PlainBrowser candidate, Typed form) throws Exception {
    String sheet = candidate.page().selectFirst("link[rel=stylesheet]").absUrl("href");
    for (String page : List.of("/me", "/catalogue", "/login")) {
      clear(candidate.open(page), page);
    }
    clear(candidate.post(form.action(), form.fields()), "a form");
    assertThat(status(sheet).statusCode()).as(sheet).isEqualTo(200);
    HttpResponse<String> page = status(jar.base() + "/catalogue");
    assertThat(page.headers().firstValue("Retry-After")).hasValue("30");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    HttpResponse<String> health = status(jar.managementBase() + "/actuator/health");
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("DOWN").doesNotContain("xception");
  }

  private static void clear(PlainBrowser answer, String what) {
    assertThat(answer.status()).as(what).isEqualTo(503);
    assertThat(answer.text())
        .as(what)
        .contains("What happened", "nothing is half done", "What was kept", "still in your browser")
        .contains("What to do", "reload this page", "Reference to quote")
        .doesNotContain("xception", "postgres", "Hikari", "at org.", "??");
    assertThat(answer.page().selectFirst("header.site-header a.home")).as(what).isNotNull();
  }

  /** Nothing was done before; sending again does it, and sending once more does nothing more. */
  private static void sentAgain(Walk walk, Typed form) {
    PlainBrowser candidate = walk.candidate();
    assertThat(candidate.open("/me/" + walk.enrolment()).status()).isEqualTo(200);
    assertThat(candidate.text()).contains("Your turn: Describe your practice");
    for (int times = 0; times < 2; times++) {
      assertThat(candidate.post(form.action(), form.fields()).status()).isEqualTo(200);
      assertThat(candidate.text()).contains("Your turn: Show your fundamentals");
    }
  }

  private HttpResponse<String> status(String address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
    return http.send(request.GET().build(), BodyHandlers.ofString());
  }
}
