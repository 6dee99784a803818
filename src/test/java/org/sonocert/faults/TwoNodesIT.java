package org.sonocert.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.ExternalDatabase;
import org.sonocert.testing.Jar;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.Walk;

/** Two processes of the built jar on one PostgreSQL, as behind a proxy that hands out in turn. */
class TwoNodesIT {
  private static final List<String> KEYS =
      List.of("keys/sealed-answers.key", "keys/enrollment-codes.key", "keys/second-step.key");

  @TempDir static Path folder;

  private static ExternalDatabase database;
  private static Jar first;
  private static Jar second;

  @BeforeAll
  static void start() throws Exception {
    database = ExternalDatabase.create(folder);
    first = node().start();
    second = withTheKeysOf(first, node()).start();
  }

  @AfterAll
  static void stop() throws Exception {
    second.close();
    first.close();
    database.stop();
  }

  @Test
  void aCertificateIsEarnedWhileEachRequestMeetsTheOtherNode() throws Exception {
    Walk walk = new Walk("Tess", nodes()).signUp().signIn().apply("LNG").fillInApplication().pay();
    walk.nameEvaluators("twin1@walk.example", "twin2@walk.example").prepareToSit().startSitting();
    walk.sit(Walk.rightAnswers());
    walk.evaluate("twin1@walk.example", "4").evaluate("twin2@walk.example", "3");
    walk.untilPageSays("awarded");
    assertThat(of(walk, "select count(*) from payment where enrolment_id = '%s'")).isEqualTo(1);
    assertThat(of(walk, "select count(*) from credential where enrolment_id = '%s'")).isEqualTo(1);
    assertThat(walk.mails("twin1@walk.example").findValues("subject")).doesNotHaveDuplicates();
  }

  @Test
  void aPurchaseThatIsSentToBothNodesAtOnceHappensOnce() throws Exception {
    Walk walk = new Walk("Ines", nodes()).signUp().signIn().apply("AAA").fillInApplication();
    PlainBrowser candidate = walk.candidate().open("/pay/" + walk.enrolment());
    candidate.send("/pay/" + walk.enrolment(), Map.of());
    String action =
        ((FormElement) candidate.page().selectFirst("form[action$=/demo-card]")).attr("action");
    List<Map.Entry<String, String>> card =
        PlainBrowser.values(
            (FormElement) candidate.page().selectFirst("form[action$=/demo-card]"),
            Map.of("cardNumber", "4000 0000 0000 0077"));
    List<AtOnce.Work<Integer>> clicks =
        IntStream.range(0, 8)
            .<AtOnce.Work<Integer>>mapToObj(
                i -> () -> candidate.status(nodes().get(i % 2) + action, card))
            .toList();
    assertThat(AtOnce.all(clicks)).allMatch(status -> status < 500);
    assertThat(of(walk, "select count(*) from payment where enrolment_id = '%s'")).isEqualTo(1);
    assertThat(
            of(
                walk,
                "select count(*) from act_ru_execution where parent_id_ is null"
                    + " and super_exec_ is null and business_key_ = '%s'"))
        .isEqualTo(1);
    assertThat(of(walk, "select count(*) from rules_receipt where enrolment_id = '%s'"))
        .isEqualTo(1);
  }

  @Test
  void whoSignsOutOnOneNodeIsSignedOutOnBoth() {
    Walk walk = new Walk("Otto", nodes()).signUp().signIn();
    PlainBrowser candidate = walk.candidate();
    assertThat(candidate.open(first.base() + "/me").path()).isEqualTo("/me");
    assertThat(candidate.open(second.base() + "/me").path()).isEqualTo("/me");
    candidate.send("/logout", Map.of());
    assertThat(candidate.open("/me").path()).isEqualTo("/login");
    assertThat(candidate.open("/me").path()).isEqualTo("/login");
  }

  @Test
  void aNodeWithAKeyOfItsOwnDoesNotStart() {
    try (Jar stranger = node().launch()) {
      assertThat(stranger.exitCode(Duration.ofMinutes(2))).isNotZero();
      assertThat(stranger.log()).contains(KEYS).contains("is not the key of this database");
    }
  }

  private static List<String> nodes() {
    return List.of(first.base(), second.base());
  }

  private static Jar node() {
    return database.serves(Jar.fresh());
  }

  private static Jar withTheKeysOf(Jar other, Jar node) throws Exception {
    Files.createDirectories(node.data().resolve("keys"));
    for (String key : KEYS) {
      Files.copy(other.data().resolve(key), node.data().resolve(key));
    }
    return node;
  }

  private static long of(Walk walk, String sql) throws Exception {
    return database.number(sql.formatted(walk.enrolment()));
  }
}
