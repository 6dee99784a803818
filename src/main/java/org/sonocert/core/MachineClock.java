package org.sonocert.core;

import java.time.Instant;

/**
 * Machine time: sessions, one-time codes, rate limits, leases and metrics. Never moved by the time
 * machine.
 */
public interface MachineClock {

  /** The machine's instant, UTC. */
  Instant now();
}
