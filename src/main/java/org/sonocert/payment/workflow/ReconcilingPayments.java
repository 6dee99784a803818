package org.sonocert.payment.workflow;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.engine.clock.Housekeeping;
import org.sonocert.payment.Intent;
import org.sonocert.payment.PaymentAttempts;
import org.springframework.stereotype.Component;

/**
 * Finds payments that a killed server or a lost answer left half way, and brings each to its end:
 * opened, given back or closed.
 */
@Component
class ReconcilingPayments implements Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(ReconcilingPayments.class);

  private final PaymentAttempts attempts;
  private final SettlingPayments settling;

  ReconcilingPayments(PaymentAttempts attempts, SettlingPayments settling) {
    this.attempts = attempts;
    this.settling = settling;
  }

  @Override
  public String name() {
    return "reconcile-payments";
  }

  @Override
  public String schedule() {
    return "0 * * * * ?";
  }

  @Override
  public void run(Instant now) {
    for (Intent intent : attempts.unsettled()) {
      try {
        settling.settle(intent);
      } catch (RuntimeException e) {
        log.warn("Payment {} is settled at the next round: {}", intent.id(), e.toString());
      }
    }
  }
}
