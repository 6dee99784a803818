package org.sonocert.core;

import java.time.Instant;

/**
 * Programme time: windows, reminders, business days, validity and the time of every event. The
 * engine reads the same time. The demo's time machine moves it; nothing else does.
 */
public interface ProgrammeClock {

  /** The programme's instant, UTC, to the millisecond (the engine keeps no more). */
  Instant now();
}
