package org.sonocert.enrolment.workflow;

import java.util.Map;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.enrolment.EnrolmentEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells every process that runs beside an enrolment's trunk, and listens for it, that the enrolment
 * has ended; one message for all, whatever they are about.
 */
@Component
class TellingWhatRunsBeside {
  private static final String OVER = "Message_NothingToDecide";

  private final ProcessSignals signals;

  TellingWhatRunsBeside(ProcessSignals signals) {
    this.signals = signals;
  }

  @EventListener
  void on(EnrolmentEnded ended) {
    signals.signal(ended.enrolment(), OVER, Map.of());
  }
}
