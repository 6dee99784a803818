package org.sonocert.credential;

import java.time.Duration;
import java.time.Instant;
import org.sonocert.core.WorkingSoon;
import org.sonocert.engine.clock.Housekeeping;
import org.sonocert.engine.clock.JobSwitch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Freezes a document within seconds of its award; what that misses the minute's run finds. */
@Component
class FreezingSoon extends WorkingSoon implements JobSwitch, Housekeeping {
  private static final Duration LONGEST_PRINT = Duration.ofSeconds(60);

  private final FreezingDocuments freezing;

  FreezingSoon(FreezingDocuments freezing, @Value("${sonocert.jobs:true}") boolean runJobs) {
    super("certificates", LONGEST_PRINT, runJobs);
    this.freezing = freezing;
  }

  @EventListener
  void on(CredentialAwarded awarded) {
    soonAfterCommit();
  }

  @Override
  protected void work() {
    freezing.freezeMissing();
  }

  @Override
  public String name() {
    return "certificate-documents";
  }

  @Override
  public String schedule() {
    return "30 * * * * ?";
  }

  @Override
  public void run(Instant now) {
    freezing.freezeMissing();
  }
}
