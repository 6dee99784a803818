package org.sonocert.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.sonocert.core.MachineClock;
import org.sonocert.core.ProgrammeClock;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Programme time, and the engine's clock as its mirror: the machine's time plus an offset that only
 * the time machine changes. Outside demo and tests the offset is zero for ever. The engine has one
 * clock in a JVM, so that it is set anew whenever a context begins or goes on.
 */
@Component
class EngineProgrammeClock implements ProgrammeClock, SmartLifecycle {
  private final MachineClock machine;
  private volatile Duration offset = Duration.ZERO;
  private volatile boolean running;

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

  /** Sets the engine's clock by programme time, whoever moved it meanwhile in this JVM. */
  void mirror() {
    ClockUtil.offset(offset.toMillis());
  }

  /** Moves programme time and the engine's clock together. */
  void moveTo(Duration newOffset) {
    ClockUtil.offset(newOffset.toMillis());
    offset = newOffset;
  }

  @Override
  public void start() {
    mirror();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before everything that asks for the time. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
