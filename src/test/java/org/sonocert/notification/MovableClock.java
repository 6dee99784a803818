package org.sonocert.notification;

import java.time.Duration;
import java.time.Instant;
import org.sonocert.core.MachineClock;

/** Machine time that a test moves; far ahead, so that the product's own sender sees none of it. */
final class MovableClock implements MachineClock {
  private Instant now = Instant.parse("2126-01-01T00:00:00Z");

  @Override
  public Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
