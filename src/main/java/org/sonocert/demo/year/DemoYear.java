package org.sonocert.demo.year;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.MachineClock;
import org.sonocert.core.ProgrammeClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives a fresh demo its year: begun after the first page is there, made beside the pages, and not
 * made again. The programme's clock begins a year ago and ends at the machine's.
 */
@Component
@Profile("demo")
@Order(20)
class DemoYear implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(DemoYear.class);

  private static final Duration LEAST = Duration.ofDays(300);

  private final YearRows rows;
  private final LivingThrough living;
  private final ProgrammeClock clock;
  private final MachineClock machine;
  private final int enrolments;
  private final long seed;
  private volatile Optional<Instant> begunAt = Optional.empty();

  DemoYear(
      YearRows rows,
      LivingThrough living,
      ProgrammeClock clock,
      MachineClock machine,
      @Value("${sonocert.demo.year:0}") int enrolments,
      @Value("${sonocert.demo.seed:2026}") long seed) {
    this.rows = rows;
    this.living = living;
    this.clock = clock;
    this.machine = machine;
    this.enrolments = enrolments;
    this.seed = seed;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Optional<YearRows.Year> kept = rows.find();
    if (kept.isPresent()) {
      if (kept.get().finishedAt() == null) {
        begin(kept.get().beginsAt(), 0);
      }
    } else if (enrolments > 0 && rows.fresh() && ago()) {
      rows.begin(new YearRows.Year(enrolments, seed, clock.now(), null));
      begin(clock.now(), enrolments);
    }
  }

  /** An older demo whose clock is at today or ahead has no year before it that could be lived. */
  private boolean ago() {
    return Duration.between(clock.now(), machine.now()).compareTo(LEAST) > 0;
  }

  private void begin(Instant from, int people) {
    begunAt = Optional.of(from);
    Thread thread = new Thread(() -> live(people), "demo-year");
    thread.setDaemon(true);
    thread.start();
  }

  private void live(int people) {
    try {
      if (people == 0) {
        log.warn("The demo's year was cut short; the clock goes on to today without more people");
      }
      living.live(people, seed);
      rows.finish(machine.now());
    } catch (RuntimeException e) {
      log.error("The demo's year ended early", e);
    } finally {
      begunAt = Optional.empty();
    }
  }

  /** How much of the year is made, 0 to 100; empty when none is being made. */
  Optional<Integer> percent() {
    return begunAt.map(
        from -> {
          long whole = Duration.between(from, machine.now()).toHours();
          return (int) (100 * Duration.between(from, clock.now()).toHours() / Math.max(1, whole));
        });
  }
}
