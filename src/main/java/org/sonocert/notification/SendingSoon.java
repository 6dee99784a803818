package org.sonocert.notification;

import java.time.Duration;
import org.sonocert.core.WorkingSoon;
import org.sonocert.engine.clock.JobSwitch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets a mail leave within a second of its commit. What it misses the sweep finds. */
@Component
class SendingSoon extends WorkingSoon implements JobSwitch {
  private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(40);

  private final ObjectProvider<SendingMail> sending;

  SendingSoon(
      ObjectProvider<SendingMail> sending, @Value("${sonocert.jobs:true}") boolean runJobs) {
    super("outbox", LONGEST_DELIVERY, runJobs);
    this.sending = sending;
  }

  @Override
  protected void work() {
    sending.getObject().drain();
  }
}
