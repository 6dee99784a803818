package org.sonocert.payment.codes.workflow;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.WorkingSoon;
import org.sonocert.engine.clock.Housekeeping;
import org.sonocert.engine.clock.JobSwitch;
import org.sonocert.payment.QuotePrepared;
import org.sonocert.payment.codes.ReservedCodes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Uses a reserved code within a second of the confirmed quote, and gives back those whose time has
 * run out. What it misses the minute's run finds.
 */
@Component
class UsingReservedCodes extends WorkingSoon implements JobSwitch, Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(UsingReservedCodes.class);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final ReservedCodes reserved;
  private final RedeemingCodes redeeming;

  UsingReservedCodes(
      ReservedCodes reserved,
      RedeemingCodes redeeming,
      @Value("${sonocert.jobs:true}") boolean runJobs) {
    super("reserved-codes", LONGEST, runJobs);
    this.reserved = reserved;
    this.redeeming = redeeming;
  }

  @EventListener
  void on(QuotePrepared prepared) {
    soonAfterCommit();
  }

  @Override
  protected void work() {
    for (EnrolmentId enrolment : reserved.waitingForUse()) {
      try {
        redeeming.useReserved(enrolment);
      } catch (RuntimeException e) {
        log.warn("The reserved code of {} is used at the next round", enrolment, e);
      }
    }
  }

  @Override
  public String name() {
    return "reserved-codes";
  }

  @Override
  public String schedule() {
    return "20 * * * * ?";
  }

  @Override
  public void run(Instant now) {
    reserved.releaseRunOut(now);
    work();
  }
}
