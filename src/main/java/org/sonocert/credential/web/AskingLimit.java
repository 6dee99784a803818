package org.sonocert.credential.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.sonocert.core.MachineClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one address may ask in a minute of machine time, so that nobody runs through serials.
 * Each node counts for itself. An IPv6 network counts as one address.
 */
@Component
class AskingLimit {
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int MOST_ADDRESSES = 50_000;

  private final MachineClock clock;
  private final int allowed;
  private final Map<String, Integer> asked = new HashMap<>();
  private Instant periodEnds = Instant.MIN;

  AskingLimit(MachineClock clock, @Value("${sonocert.verify.per-minute:30}") int allowed) {
    this.clock = clock;
    this.allowed = allowed;
  }

  /** Counts one question; false when it is one too many. */
  synchronized boolean allows(String address) {
    Instant now = clock.now();
    if (!now.isBefore(periodEnds) || asked.size() >= MOST_ADDRESSES) {
      asked.clear();
      periodEnds = now.plus(PERIOD);
    }
    return asked.merge(network(address), 1, Integer::sum) <= allowed;
  }

  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    String[] groups = address.split(":", -1);
    return String.join(
        ":",
        groups[0],
        groups[1],
        groups.length > 2 ? groups[2] : "",
        groups.length > 3 ? groups[3] : "");
  }
}
