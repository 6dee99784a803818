package org.sonocert.testing;

import java.time.Duration;
import java.time.Instant;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.Receipts.Receipt;

/** A purchase for tests that begin behind it. */
public final class Bought {
  private Bought() {}

  /** The receipt of a purchase with a window between two instants. */
  public static Receipt under(long release, EnrolmentId id, Instant from, Instant end) {
    return new Receipt(
        id,
        release,
        "hash",
        0,
        "USD",
        Duration.between(from, end),
        Duration.ZERO,
        end,
        "rules",
        from);
  }
}
