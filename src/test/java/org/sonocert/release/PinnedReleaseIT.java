package org.sonocert.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonocert.testing.Jar;
import org.sonocert.testing.Walk;

/** Who has bought keeps the rules that were bought, up to the decision, whatever is published. */
class PinnedReleaseIT {
  private static final String FIRST_REASON =
      "The assessment was passed and the peer evaluations meet the standard.";

  @Test
  void aBoughtEnrolmentKeepsWindowFormAndTableAndANewOneGetsTheNewOnes(@TempDir Path policy) {
    SecondRelease.in(policy);
    try (Jar jar = Jar.fresh().start()) {
      Walk before = bought(jar, "Before");
      jar.close();
      jar.with("SONOCERT_POLICY", policy.toString()).start();
      Walk after = bought(jar, "After");

      before.candidate().open("/catalogue/LNG");
      assertThat(before.candidate().text()).contains("60 days");
      receipt(before, "1", "90 days");
      receipt(after, "2", "60 days");
      assertThat(namingForm(before)).doesNotContain(SecondRelease.QUESTION);
      assertThat(namingForm(after)).contains(SecondRelease.QUESTION);

      finish(before);
      before.untilPageSays("Your certificate is awarded");
      assertThat(before.candidate().text())
          .contains(FIRST_REASON)
          .doesNotContain(SecondRelease.REASON);
      finish(after);
      after.untilPageSays("ended without an award");
      assertThat(after.candidate().text())
          .contains(SecondRelease.REASON)
          .doesNotContain(FIRST_REASON);
    }
  }

  private static Walk bought(Jar jar, String name) {
    return new Walk(jar.base(), name).signUp().signIn().apply("LNG").fillInApplication().pay();
  }

  private static void receipt(Walk walk, String release, String window) {
    Element receipt =
        walk.candidate().open("/me/" + walk.enrolment()).page().selectFirst("#receipt").parent();
    assertThat(receipt.selectFirst("dl").text())
        .contains("release " + release + " ")
        .contains(window);
  }

  private static String namingForm(Walk walk) {
    Element task =
        walk.candidate().open("/me/" + walk.enrolment()).page().select("ul.tasks li").stream()
            .filter(item -> item.text().contains("Name two evaluators"))
            .findFirst()
            .orElseThrow();
    return walk.candidate().open(task.selectFirst("a").absUrl("href")).text();
  }

  private static void finish(Walk walk) {
    String first = "first-" + walk.email();
    String second = "second-" + walk.email();
    walk.nameEvaluators(first, second).prepareToSit().startSitting().sit(Walk.rightAnswers());
    walk.evaluate(first, "4").evaluate(second, "3");
  }
}
