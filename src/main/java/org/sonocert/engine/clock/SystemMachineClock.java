package org.sonocert.engine.clock;

import java.time.Instant;
import org.sonocert.core.MachineClock;
import org.springframework.stereotype.Component;

/** Machine time as the machine has it. */
@Component
public class SystemMachineClock implements MachineClock {

  @Override
  public Instant now() {
    return Instant.now();
  }
}
