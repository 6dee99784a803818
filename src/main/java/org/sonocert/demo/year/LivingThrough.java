package org.sonocert.demo.year;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.invariants.Invariants;
import org.sonocert.invariants.Violation;
import org.sonocert.payment.codes.CodeLine;
import org.sonocert.payment.codes.PackageOrder;
import org.sonocert.payment.codes.ReadingPackages;
import org.sonocert.payment.codes.SellingPackages;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the people of a year live, moves the clock from one act to the next, and tells the sum. */
@Component
@Profile("demo")
class LivingThrough {
  private static final Logger log = LoggerFactory.getLogger(LivingThrough.class);
  private static final List<String> PAYERS =
      List.of("Harbour Hill Teaching Hospital", "Valdorra Emergency Group", "Northlight Clinics");
  private static final int CODES = 14;

  /** How long ago the demo's second candidate began, whose certification is half done. */
  private static final Duration SHOWN = Duration.ofDays(40);

  private final Cast cast;
  private final SellingPackages selling;
  private final ReadingPackages reading;
  private final TimeMachine time;
  private final ProgrammeClock clock;
  private final MachineClock machine;
  private final Invariants invariants;
  private final YearRows rows;

  LivingThrough(
      Cast cast,
      SellingPackages selling,
      ReadingPackages reading,
      TimeMachine time,
      ProgrammeClock clock,
      MachineClock machine,
      Invariants invariants,
      YearRows rows) {
    this.cast = cast;
    this.selling = selling;
    this.reading = reading;
    this.time = time;
    this.clock = clock;
    this.machine = machine;
    this.invariants = invariants;
    this.rows = rows;
  }

  /** Lives from the programme's present to the machine's, with so many arrivals on the way. */
  void live(int people, long seed) {
    Instant begun = machine.now();
    long bytes = rows.bytes();
    long before = rows.rows();
    Season season = new Season(cast, clock, seed);
    if (people > 0) {
      arrive(season, people);
    }
    time.alone(
        () -> {
          goOn(season);
          time.advance(positive(Duration.between(clock.now(), machine.now())));
        });
    tell(season, people, begun);
    grown(people, rows.rows() - before, rows.bytes() - bytes);
  }

  private void arrive(Season season, int people) {
    Instant from = clock.now();
    Duration year = Duration.between(from, machine.now());
    PAYERS.forEach(payer -> List.of("LNG", "AAA").forEach(p -> packs(season, payer, p)));
    for (int n = 1; n <= people; n++) {
      season.arrival(from.plus(year.multipliedBy(n).dividedBy(people + 1)), n);
    }
    season.known("candidate2@demo.example", from.plus(year).minus(SHOWN), people + 1);
  }

  private void packs(Season season, String payer, String product) {
    UUID id = UUID.randomUUID();
    AccountId manager = season.manager();
    selling.make(
        manager,
        new PackageOrder(
            id,
            product,
            CODES,
            clock.now().plus(Duration.ofDays(400)),
            payer,
            "education@payers.example",
            13_000));
    reading.forManager(id).codes().stream()
        .map(CodeLine::signs)
        .filter(Objects::nonNull)
        .forEach(season.codes(product)::add);
  }

  private void goOn(Season season) {
    Agenda.Entry next = season.agenda().nextUntil(machine.now());
    while (next != null) {
      Duration wait = Duration.between(clock.now(), next.at());
      if (wait.compareTo(Duration.ZERO) > 0) {
        time.advance(wait);
      }
      next.act().run();
      next = season.agenda().nextUntil(machine.now());
    }
  }

  private void tell(Season season, int people, Instant begun) {
    long seconds = Duration.between(begun, machine.now()).toSeconds();
    log.info(
        "The demo's year is there: {} arrivals in {} s, outcomes {}, refused on the way {}",
        people,
        seconds,
        rows.outcomes(),
        season.refused());
    List<Violation> broken = invariants.broken(clock.now());
    if (broken.isEmpty()) {
      log.info("All {} invariants hold", invariants.rules().size());
    }
    broken.forEach(violation -> log.error("An invariant does not hold: {}", violation));
  }

  private static void grown(int people, long rows, long bytes) {
    if (people > 0) {
      log.info(
          "An enrolment of the year takes {} rows and {} kB, indexes, mails and documents included",
          rows / people,
          String.format(Locale.ROOT, "%.1f", bytes / 1024.0 / people));
    }
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
