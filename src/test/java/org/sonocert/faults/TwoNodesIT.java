package org.sonocert.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.ExternalDatabase;
import org.sonocert.testing.Jar;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;

/** Two processes of the built jar on one PostgreSQL, as behind a proxy that hands out in turn. */
class TwoNodesIT {
  private static final List<String> KEYS =
      List.of("keys/sealed-answers.key", "keys/enrollment-codes.key", "keys/second-step.key");

  private static final String PAID = "select count(*) from payment where enrolment_id = '%s'";

  private static final String TRUNKS =
      "select count(*) from act_hi_procinst where proc_def_key_ = 'clinical-certificate'"
          + " and business_key_ = '%s'";

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
    assertThat(of(walk, PAID)).isEqualTo(1);
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
    assertThat(of(walk, PAID)).isEqualTo(1);
    assertThat(of(walk, TRUNKS)).isEqualTo(1);
    assertThat(of(walk, "select count(*) from rules_receipt where enrolment_id = '%s'"))
        .isEqualTo(1);
  }

  @Test
  void aCodeThatTwoCandidatesEnterOnBothNodesAtOnceHasOneWinner() throws Exception {
    String code = codeOfANewPackage();
    List<Walk> both =
        Stream.of("Cara", "Cody")
            .map(name -> new Walk(name, nodes()).signUp().signIn().apply("LNG").fillInApplication())
            .toList();
    List<AtOnce.Work<Integer>> clicks =
        both.stream()
            .<AtOnce.Work<Integer>>flatMap(
                walk -> {
                  PlainBrowser candidate = walk.candidate().open("/me/codes");
                  var form =
                      PlainBrowser.values(
                          (FormElement) candidate.page().selectFirst("form[action$=/me/codes]"),
                          Map.of("codes", code));
                  return nodes().stream()
                      .<AtOnce.Work<Integer>>map(
                          node -> () -> candidate.status(node + "/me/codes", form));
                })
            .toList();
    assertThat(AtOnce.all(clicks)).allMatch(status -> status < 500).contains(200);
    assertThat(of(both.get(0), PAID) + of(both.get(1), PAID)).isEqualTo(1);
    assertThat(of(both.get(0), TRUNKS) + of(both.get(1), TRUNKS)).isEqualTo(1);
  }

  @Test
  void aCancellationThatIsSentToBothNodesAtOnceGivesThePriceBackOnce() throws Exception {
    Walk walk = new Walk("Rhea", nodes()).signUp().signIn().apply("LNG").fillInApplication().pay();
    String page = "/me/" + walk.enrolment() + "/cancel";
    PlainBrowser candidate = walk.candidate().open(page);
    var form =
        PlainBrowser.values(
            (FormElement) candidate.page().selectFirst("form[action$=/cancel]"), Map.of());
    List<AtOnce.Work<Integer>> clicks =
        IntStream.range(0, 8)
            .<AtOnce.Work<Integer>>mapToObj(
                i -> () -> candidate.status(nodes().get(i % 2) + page, form))
            .toList();
    assertThat(AtOnce.all(clicks)).allMatch(status -> status < 500);
    walk.untilPageSays("was returned");
    assertThat(of(walk, "select count(*) from refund where enrolment_id = '%s' and granted"))
        .isEqualTo(1);
    assertThat(
            of(
                walk,
                "select count(*) from ledger_transaction where enrolment_id = '%s'"
                    + " and kind = 'refund'"))
        .isEqualTo(1);
  }

  private static String codeOfANewPackage() {
    PlainBrowser manager = new PlainBrowser(first.base(), second.base());
    manager.open("/programme/codes");
    manager.send(
        "/login", Map.of("email", "manager1@demo.example", "password", RealParts.PASSWORD));
    manager
        .open("/programme/codes")
        .send(
            "/programme/codes",
            Map.of(
                "product", "LNG",
                "codes", "1",
                "validUntil", LocalDate.now(ZoneOffset.UTC).plusDays(300).toString(),
                "payerName", "Ward 7",
                "payerEmail", "ward7@payers.example",
                "price", "150"));
    return manager.page().select("td code").first().text();
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
