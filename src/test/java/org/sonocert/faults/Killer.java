package org.sonocert.faults;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sonocert.testing.Jar;
import org.sonocert.testing.JarDatabase;

/**
 * Kills the server at seeded instants: a moment after a form was sent, as soon as a mail stands in
 * the outbox, or while the server starts again.
 */
final class Killer implements Consumer<HttpRequest> {
  /** Forms that may be asked for a few times only in a quarter of an hour. */
  private static final Map<String, Integer> AT_MOST =
      Map.of("/evaluate/*/code", 2, "/signup", 2, "/login", 2);

  private static final String MAIL = " (mail in the outbox)";
  private static final int LONGEST_WAIT_MILLIS = 400;
  private static final int MAIL_WAIT_MILLIS = 1_500;

  private final Jar jar;
  private final Random random;
  private final int wanted;
  private final Duration start;
  private final Map<String, Integer> hits = new TreeMap<>();
  private final Map<String, Integer> atPath = new HashMap<>();
  private int untilNext;
  private int kills;
  private @Nullable Thread shot;

  /**
   * @param start how long an undisturbed start takes, so that kills fall into all of it
   */
  Killer(Jar jar, long seed, int wanted, Duration start) {
    this.jar = jar;
    this.random = new Random(seed);
    this.wanted = wanted;
    this.start = start;
  }

  @Override
  public void accept(HttpRequest request) {
    if (!request.method().equals("POST") || shot != null || enough()) {
      return;
    }
    String place = place(request.uri().getPath());
    boolean spared =
        taken(place) >= AT_MOST.getOrDefault(place, wanted)
            || atPath.getOrDefault(request.uri().getPath(), 0) >= Math.max(2, wanted / 10);
    if (--untilNext <= 0 && !spared) {
      atPath.merge(request.uri().getPath(), 1, Integer::sum);
      untilNext = wanted > 20 ? 1 : 1 + random.nextInt(3);
      shoot(place, random.nextInt(3) == 0);
    }
  }

  /** Kills a moment from now, whatever happens then. */
  void shoot(String place, boolean atMail) {
    int millis = random.nextInt(LONGEST_WAIT_MILLIS + 1);
    shot = new Thread(() -> aim(place, atMail, millis), "killer");
    shot.start();
  }

  private void hit(String place) {
    jar.kill();
    synchronized (hits) {
      hits.merge(place, 1, Integer::sum);
      kills++;
      System.out.println(Instant.now() + " kill " + kills + ": " + place);
    }
  }

  private void aim(String place, boolean atMail, int millis) {
    if (atMail && mailWaits(millis)) {
      hit(place + MAIL);
    } else {
      sleep(atMail ? 0 : millis);
      hit(place);
    }
  }

  /** Whether a mail came into the outbox; returns at that instant or a few milliseconds later. */
  private boolean mailWaits(int millis) {
    Instant end = Instant.now().plusMillis(MAIL_WAIT_MILLIS);
    try (JarDatabase database = new JarDatabase(jar.data())) {
      while (Instant.now().isBefore(end)) {
        if (database.number("select count(*) from outbox where state in ('PENDING','STARTED')")
            > 0) {
          sleep(millis / 20);
          return true;
        }
        sleep(1);
      }
    }
    return false;
  }

  /** Starts the server again after a kill; sometimes it dies on the way up. */
  void revive() {
    awaitShot();
    while (!enough() && random.nextInt(5) < 2) {
      killStart("start");
    }
    jar.start();
  }

  /** Lets the server die somewhere in its start. */
  void killStart(String place) {
    int millis = random.nextInt((int) start.toMillis());
    jar.launch();
    sleep(millis);
    hit(place + " at " + millis * 10 / (int) start.toMillis() * 10 + " %");
  }

  /** Waits for the shot that was fired, if any. */
  boolean awaitShot() {
    Thread fired = shot;
    shot = null;
    if (fired == null) {
      return false;
    }
    try {
      fired.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  boolean fired() {
    return shot != null;
  }

  boolean enough() {
    return kills() >= wanted;
  }

  int kills() {
    synchronized (hits) {
      return kills;
    }
  }

  /** Where the kills hit and how often. */
  Map<String, Integer> hits() {
    synchronized (hits) {
      return new TreeMap<>(hits);
    }
  }

  private int taken(String place) {
    synchronized (hits) {
      return hits.getOrDefault(place, 0) + hits.getOrDefault(place + MAIL, 0);
    }
  }

  private static String place(String path) {
    return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
        .replaceAll("/tasks/\\d+", "/tasks/*")
        .replaceAll("/(confirm|evaluate)/(?!form)[^/]+", "/$1/*");
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
