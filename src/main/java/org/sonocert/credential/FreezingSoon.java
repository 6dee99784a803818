package org.sonocert.credential;

import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.engine.clock.Housekeeping;
import org.sonocert.engine.clock.JobSwitch;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Freezes a document within seconds of its award, on one thread of its own; what that misses
 * (shutdown, a crash, the time machine at work) the minute's run finds.
 */
@Component
class FreezingSoon implements SmartLifecycle, JobSwitch, Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(FreezingSoon.class);
  private static final int LONGEST_PRINT_SECONDS = 60;

  private final FreezingDocuments freezing;
  private @Nullable ThreadPoolExecutor thread;

  FreezingSoon(FreezingDocuments freezing) {
    this.freezing = freezing;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  synchronized void soon(CredentialAwarded awarded) {
    if (thread != null) {
      thread.execute(this::run);
    }
  }

  private void run() {
    try {
      freezing.freezeMissing();
    } catch (RuntimeException e) {
      log.warn("Certificates to freeze could not be read, the next run will: {}", e.toString());
    }
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

  @Override
  public synchronized void start() {
    if (thread == null) {
      thread =
          new ThreadPoolExecutor(
              1,
              1,
              10,
              TimeUnit.SECONDS,
              new ArrayBlockingQueue<>(1),
              task -> new Thread(task, "certificates"),
              new ThreadPoolExecutor.DiscardPolicy());
      thread.allowCoreThreadTimeOut(true);
    }
  }

  /** Returns when the document under way, if any, is frozen. */
  @Override
  public synchronized void stop() {
    if (thread == null) {
      return;
    }
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_PRINT_SECONDS, TimeUnit.SECONDS)) {
        log.warn("A certificate is still being printed; it will be printed again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  @Override
  public void pause() {
    stop();
  }

  @Override
  public void resume() {
    start();
  }
}
