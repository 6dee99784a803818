package org.sonocert.payment.workflow;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.WorkingSoon;
import org.sonocert.engine.clock.JobSwitch;
import org.sonocert.payment.Charge;
import org.sonocert.payment.GivingBack;
import org.sonocert.payment.Intent;
import org.sonocert.payment.MoneyGoesBack;
import org.sonocert.payment.PaymentAttempts;
import org.sonocert.payment.refund.Refunds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the provider give money back within seconds of the transaction that says so, and never inside
 * it; what that misses the minute's reconciliation finds.
 */
@Component
class ReturningSoon extends WorkingSoon implements JobSwitch {
  private static final Logger log = LoggerFactory.getLogger(ReturningSoon.class);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  private final PaymentAttempts attempts;
  private final GivingBack givingBack;
  private final Refunds refunds;

  ReturningSoon(
      PaymentAttempts attempts,
      GivingBack givingBack,
      Refunds refunds,
      @Value("${sonocert.jobs:true}") boolean runJobs) {
    super("refunds", LONGEST_CALL, runJobs);
    this.attempts = attempts;
    this.givingBack = givingBack;
    this.refunds = refunds;
  }

  @EventListener
  void on(MoneyGoesBack told) {
    soonAfterCommit();
  }

  @Override
  protected void work() {
    attempts.unsettled().stream()
        .filter(intent -> intent.state() == Intent.State.RETURNED)
        .forEach(this::tryToGiveBack);
  }

  private void tryToGiveBack(Intent intent) {
    try {
      giveBack(intent);
    } catch (RuntimeException e) {
      log.warn("Payment {} is given back at the next round: {}", intent.id(), e.toString());
    }
  }

  /**
   * Has the money of an attempt given back. Once a person has it in hand the provider is only asked
   * whether it went back after all, so that nobody is paid twice.
   */
  void giveBack(Intent intent) {
    if (!refunds.inHands(intent.id())) {
      givingBack.giveBack(intent.id());
    } else if (attempts.lookup(intent).state() == Charge.State.GIVEN_BACK) {
      givingBack.noteGivenBack(intent);
    }
  }
}
