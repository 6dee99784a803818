package org.sonocert.payment.workflow;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.WorkingSoon;
import org.sonocert.engine.clock.Housekeeping;
import org.sonocert.engine.clock.JobSwitch;
import org.sonocert.payment.GivingBack;
import org.sonocert.payment.owed.OwedRefund;
import org.sonocert.payment.owed.OwedRefunds;
import org.sonocert.payment.owed.OwingRefunds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has card companies give back what the programme owes, after it was approved, until they have. */
@Component
class ReturningOwed extends WorkingSoon implements JobSwitch, Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(ReturningOwed.class);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final OwedRefunds owed;
  private final OwingRefunds owing;
  private final GivingBack givingBack;

  ReturningOwed(
      OwedRefunds owed,
      OwingRefunds owing,
      GivingBack givingBack,
      @Value("${sonocert.jobs:true}") boolean runJobs) {
    super("owed-refunds", LONGEST, runJobs);
    this.owed = owed;
    this.owing = owing;
    this.givingBack = givingBack;
  }

  @EventListener
  void on(OwingRefunds.Approved told) {
    soonAfterCommit();
  }

  @Override
  public String name() {
    return "owed-refunds";
  }

  @Override
  public String schedule() {
    return "10 * * * * ?";
  }

  @Override
  public void run(Instant now) {
    work();
  }

  @Override
  protected void work() {
    owed.open().stream()
        .filter(o -> Boolean.TRUE.equals(o.approved()) && !o.byHand())
        .forEach(this::tryTo);
  }

  private void tryTo(OwedRefund one) {
    owed.begin(one.id());
    try {
      if (givingBack.giveBackOwed(one.provider(), one.id(), one.intent(), one.reference())) {
        owing.givenBack(one.id(), null);
      } else {
        owed.said(one.id(), "The provider has taken the order, and the money is on its way.");
      }
    } catch (RuntimeException e) {
      log.warn("Owed refund {} is given back at the next round: {}", one.id(), e.toString());
      owed.said(one.id(), e.toString());
    }
  }
}
