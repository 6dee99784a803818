package org.sonocert.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.Jar;
import org.sonocert.testing.JarDatabase;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.Walk;

/**
 * A certificate is bought and earned on a server that is killed again and again, and in the end the
 * rows are those of a server that nobody touched. {@code -Dseed=} replays the instants.
 */
class KillingTheServerIT {
  private static final long SEED = Long.getLong("seed", 20_261);
  private static final int KILLS =
      Integer.getInteger("kills", Boolean.getBoolean("sonocert.full") ? 60 : 20);
  private static final String FIRST = "edda@walk.example";
  private static final String SECOND = "egon@walk.example";

  /** What is left of a walk. */
  private record Facts(
      SortedMap<String, List<String>> rows, List<String> history, Map<String, Long> mails) {}

  @Test
  void aKilledServerEndsWithTheSameRows() {
    System.out.println("Killing the server: -Dseed=" + SEED + " -Dkills=" + KILLS);
    Instant from = Instant.now();
    Duration start;
    Facts undisturbed;
    try (Jar jar = quickly(Jar.fresh()).start()) {
      start = Duration.between(from, Instant.now());
      Walk walk = new Walk(jar.base(), "Kim");
      verbs(walk).forEach(Runnable::run);
      undisturbed = facts(jar, walk);
    }
    try (Jar jar = quickly(Jar.fresh())) {
      Killer killer = new Killer(jar, SEED, KILLS, start);
      Walk walk = new Walk(jar.base(), "Kim").watchedBy(killer);
      walkUnderFire(jar, walk, killer);
      System.out.println(killer.kills() + " kills: " + killer.hits());
      assertThat(killer.kills()).isGreaterThanOrEqualTo(KILLS);
      compare(facts(jar, walk), undisturbed);
    }
    System.out.println("Done in " + Duration.between(from, Instant.now()).toSeconds() + " s");
  }

  /** Most of the time goes into starts, and short lives are not worth optimising for. */
  private static Jar quickly(Jar jar) {
    return jar.with("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
  }

  private static List<Runnable> verbs(Walk walk) {
    return List.of(
        walk::signUp,
        walk::signIn,
        () -> walk.apply("LNG"),
        walk::fillInApplication,
        walk::pay,
        () -> walk.nameEvaluators(FIRST, SECOND),
        walk::prepareToSit,
        walk::startSitting,
        () -> walk.sit(Walk.rightAnswers()),
        () -> walk.evaluate(FIRST, "4"),
        () -> walk.evaluate(SECOND, "3"),
        () -> walk.untilPageSays("awarded"));
  }

  private static void walkUnderFire(Jar jar, Walk walk, Killer killer) {
    killer.killStart("first start");
    killer.killStart("first start");
    jar.start();
    for (Runnable verb : verbs(walk)) {
      undertake(verb, walk, killer);
    }
    while (!killer.enough() || killer.fired()) {
      if (!killer.fired()) {
        killer.shoot("after the last form", false);
      }
      killer.revive();
    }
    walk.untilPageSays("awarded");
  }

  /** Does it again until it is done with the server alive, as a patient person does. */
  private static void undertake(Runnable verb, Walk walk, Killer killer) {
    while (true) {
      try {
        walk.browsers().forEach(KillingTheServerIT::reload);
        verb.run();
        return;
      } catch (UncheckedIOException e) {
        if (!killer.fired()) {
          throw e;
        }
        killer.revive();
      }
    }
  }

  /** Sends a form again whose answer never came; only mails are not asked for twice. */
  private static void reload(PlainBrowser browser) {
    HttpRequest request = browser.unanswered();
    if (request != null && !request.uri().getPath().matches("/signup|.*/code")) {
      browser.repeat();
      assertThat(browser.status()).as("repeated " + request.uri()).isLessThan(500);
    }
  }

  private static Facts facts(Jar jar, Walk walk) {
    UUID enrolment = UUID.fromString(walk.enrolment());
    try (JarDatabase database = new JarDatabase(jar.data())) {
      EndState.awaitQuiet(database);
      Deliveries.uncertain(database).forEach(mail -> System.out.println("Uncertain: " + mail));
      assertWhole(database, enrolment);
      assertThat(jar.log().lines().filter(line -> line.contains(" ERROR "))).isEmpty();
      return new Facts(
          EndState.rows(database, enrolment),
          EndState.history(database),
          EndState.mails(database, enrolment));
    }
  }

  /** What must hold whether or not anybody killed anything. */
  private static void assertWhole(JarDatabase database, UUID enrolment) {
    assertThat(Deliveries.wrong(database)).as("mails lost or doubled").isEmpty();
    assertThat(EndState.brokenLeaves(database, enrolment)).as("broken leaves").isEmpty();
    assertThat(EndState.running(database)).allMatch(line -> line.endsWith(" 0"));
    assertThat(database.number("select count(*) from enrolment")).isEqualTo(1);
    assertThat(database.number("select count(*) from credential")).isEqualTo(1);
    assertThat(database.number("select count(*) from demo_card_charge where state = 'succeeded'"))
        .isEqualTo(1);
  }

  private static void compare(Facts killed, Facts undisturbed) {
    assertThat(killed.rows()).hasSameSizeAs(undisturbed.rows());
    undisturbed
        .rows()
        .forEach((table, rows) -> assertThat(killed.rows().get(table)).as(table).isEqualTo(rows));
    assertThat(killed.history()).isEqualTo(undisturbed.history());
    killed.mails().remove("evaluator-code");
    undisturbed.mails().remove("evaluator-code");
    assertThat(killed.mails()).isEqualTo(undisturbed.mails());
    assertThat(undisturbed.rows().get("response")).hasSize(8);
    assertThat(undisturbed.rows().get("sealed_evaluation")).hasSize(2);
    assertThat(undisturbed.rows().get("nomination")).hasSize(2);
    assertThat(undisturbed.rows().get("payment")).hasSize(1);
  }
}
