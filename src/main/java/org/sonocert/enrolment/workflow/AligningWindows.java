package org.sonocert.enrolment.workflow;

import java.time.Instant;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.WindowTimers;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sets the engine's window timer to exactly the stored end, in the transaction that starts the
 * trunk. The engine writes its rows when its command ends, so this waits until just before commit.
 */
@Component
class AligningWindows {
  private final WindowTimers timers;

  AligningWindows(WindowTimers timers) {
    this.timers = timers;
  }

  void align(EnrolmentId enrolment, Instant end) {
    TransactionSynchronizationManager.registerSynchronization(new BeforeCommit(enrolment, end));
  }

  /** Runs before the audit leaf is written, which comes last. */
  private final class BeforeCommit implements TransactionSynchronization, Ordered {
    private final EnrolmentId enrolment;
    private final Instant end;

    BeforeCommit(EnrolmentId enrolment, Instant end) {
      this.enrolment = enrolment;
      this.end = end;
    }

    @Override
    public int getOrder() {
      return 0;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      timers.align(enrolment, end);
    }
  }
}
