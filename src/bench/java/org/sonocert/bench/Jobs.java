package org.sonocert.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Waits for what jobs do. */
final class Jobs {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long PAUSE_NANOS = 3_000_000L;

  private Jobs() {}

  /** Waits until the number is reached; gives the seconds that it took. */
  static double until(long wanted, LongSupplier now) {
    long start = System.nanoTime();
    while (now.getAsLong() < wanted) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException("Jobs stand at " + now.getAsLong() + " of " + wanted);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Waits until so many candidates can begin after their purchase. */
  static double untilBegun(Contestant contestant, int candidates) {
    return until(candidates, () -> contestant.open("Activity_NameEvaluators"))
        + until(candidates, () -> contestant.open("Activity_AcceptAgreement"));
  }

  /** Waits until both evaluators of so many candidates are asked. */
  static double untilAsked(Contestant contestant, int candidates) {
    return until(2L * candidates, () -> contestant.open("Activity_GiveEvaluation"));
  }
}
