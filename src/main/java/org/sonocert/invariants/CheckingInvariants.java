package org.sonocert.invariants;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.MachineClock;
import org.sonocert.engine.clock.Housekeeping;
import org.springframework.stereotype.Component;

/**
 * Asks the invariants every hour of the machine's time; what is broken is an error in the log, for
 * an operator to act. A time machine that runs through a year asks no more often.
 */
@Component
class CheckingInvariants implements Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(CheckingInvariants.class);

  private static final Duration AT_MOST_EVERY = Duration.ofMinutes(50);

  private final Invariants invariants;
  private final MachineClock machine;
  private final AtomicLong last = new AtomicLong();

  CheckingInvariants(Invariants invariants, MachineClock machine) {
    this.invariants = invariants;
    this.machine = machine;
  }

  @Override
  public String name() {
    return "check-invariants";
  }

  @Override
  public String schedule() {
    return "0 17 * * * ?";
  }

  @Override
  public void run(Instant now) {
    long before = last.get();
    long asked = machine.now().toEpochMilli();
    if (asked - before < AT_MOST_EVERY.toMillis() || !last.compareAndSet(before, asked)) {
      return;
    }
    List<Violation> broken = invariants.broken(now);
    broken.forEach(violation -> log.error("An invariant does not hold: {}", violation));
  }
}
