package org.sonocert.mycertification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A task is done by the person whose it is, under whatever address it is posted. */
@RealParts
class TaskOwnershipTest {
  private static final Map<String, String> PRACTICE =
      Map.of(
          "profession", "physician",
          "licenceNumber", "OWN-1",
          "goodStanding", "yes",
          "practising", "yes");

  @LocalServerPort int port;

  @Test
  void anotherCandidatesTaskIsNotFoundUnderOnesOwnEnrolment() {
    Walk victim = walk("Victim");
    Walk intruder = walk("Intruder");
    String task = openTask(victim);
    intruder.candidate().open("/me/" + intruder.enrolment());
    intruder.candidate().open(openTask(intruder));
    List<Map.Entry<String, String>> fields =
        PlainBrowser.values(
            (FormElement) intruder.candidate().page().selectFirst("form[action*=/tasks/]"),
            PRACTICE);
    String stolen = "/me/" + intruder.enrolment() + "/tasks/" + task.replaceAll(".*/tasks/", "");
    assertThat(intruder.candidate().post(stolen, fields).status()).isEqualTo(404);
    assertThat(intruder.candidate().post(task, fields).status()).isEqualTo(404);
    assertThat(intruder.candidate().open(task).status()).isEqualTo(404);
    assertThat(victim.candidate().open("/me/" + victim.enrolment()).text())
        .contains("Your turn: Describe your practice");
  }

  @Test
  void theSameFormPostedTwiceIsDoneOnce() {
    Walk walk = walk("Twice");
    PlainBrowser browser = walk.candidate();
    String task = openTask(walk);
    browser.open(task);
    List<Map.Entry<String, String>> fields =
        PlainBrowser.values(
            (FormElement) browser.page().selectFirst("form[action*=/tasks/]"), PRACTICE2);
    assertThat(browser.post(task, fields).status()).isEqualTo(200);
    assertThat(browser.post(task, fields).status()).isEqualTo(200);
    assertThat(browser.path()).isEqualTo("/me/" + walk.enrolment());
    browser.open("/me/" + walk.enrolment());
    assertThat(browser.page().select("a[href*=/tasks/]")).isNotEmpty();
    List<Map.Entry<String, String>> otherTab =
        fields.stream()
            .map(f -> f.getKey().equals("_key") ? Map.entry("_key", "another-tab") : f)
            .toList();
    assertThat(browser.post(task, otherTab).status()).isEqualTo(410);
  }

  private static final Map<String, String> PRACTICE2 =
      Map.of(
          "profession", "physician",
          "licenceNumber", "OWN-2",
          "goodStanding", "yes",
          "practising", "yes");

  private Walk walk(String name) {
    return new Walk("http://localhost:" + port, name).signUp().signIn().apply("LNG");
  }

  private static String openTask(Walk walk) {
    Element link =
        walk.candidate().open("/me/" + walk.enrolment()).page().selectFirst("a[href*=/tasks/]");
    return link.attr("href");
  }
}
