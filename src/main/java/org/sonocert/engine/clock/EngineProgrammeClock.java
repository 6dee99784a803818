package org.sonocert.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.sonocert.core.MachineClock;
import org.sonocert.core.ProgrammeClock;
import org.springframework.stereotype.Component;

/**
 * Programme time, and the engine's clock as its mirror: the machine's time plus an offset that only
 * the time machine changes. Outside demo and tests the offset is zero for ever.
 */
@Component
class EngineProgrammeClock implements ProgrammeClock {
  private final MachineClock machine;
  private volatile Duration offset = Duration.ZERO;

  EngineProgrammeClock(MachineClock machine) {
    this.machine = machine;
    ClockUtil.reset();
  }

  @Override
  public Instant now() {
    return machine.now().plus(offset).truncatedTo(ChronoUnit.MILLIS);
  }

  Duration offset() {
    return offset;
  }

  /** Moves programme time and the engine's clock together. */
  void moveTo(Duration newOffset) {
    ClockUtil.offset(newOffset.toMillis());
    offset = newOffset;
  }
}
