package org.sonocert.notification;

import java.time.Instant;
import org.sonocert.core.MachineClock;
import org.sonocert.engine.clock.Housekeeping;
import org.springframework.stereotype.Component;

/** Finds attempts whose sender is gone, then sends what is due. */
@Component
class OutboxSweep implements Housekeeping {
  private final OutboxRows rows;
  private final SendingMail sending;
  private final MachineClock machine;

  OutboxSweep(OutboxRows rows, SendingMail sending, MachineClock machine) {
    this.rows = rows;
    this.sending = sending;
    this.machine = machine;
  }

  @Override
  public String name() {
    return "outbox-sweep";
  }

  @Override
  public String schedule() {
    return "0/10 * * * * ?";
  }

  @Override
  public void run(Instant now) {
    rows.abandon(machine.now());
    sending.drain();
  }
}
