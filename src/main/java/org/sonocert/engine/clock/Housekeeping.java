package org.sonocert.engine.clock;

import java.time.Instant;

/**
 * Work that comes back: outbox sweep, digests, retention. Quartz triggers it on the machine's
 * clock; the time machine runs it in programme-time order. Must be idempotent.
 */
public interface Housekeeping {

  /** A stable kebab-case name. */
  String name();

  /** Cron expression of Quartz, UTC. */
  String schedule();

  /** Does what is due at {@code now}, programme time. */
  void run(Instant now);
}
