package org.sonocert.notification;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets a mail leave within a second of its commit, on one thread beside the requests. What it
 * misses the sweep finds. While it is stopped (shutdown, time machine) it ignores every call.
 */
@Component
public class SendingSoon implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(SendingSoon.class);

  private final ObjectProvider<SendingMail> sending;
  private @Nullable ThreadPoolExecutor thread;

  SendingSoon(ObjectProvider<SendingMail> sending) {
    this.sending = sending;
  }

  /** Asks for a run soon; one that waits already is enough. */
  synchronized void soon() {
    if (thread != null) {
      thread.execute(this::drain);
    }
  }

  private void drain() {
    try {
      sending.getObject().drain();
    } catch (RuntimeException e) {
      log.warn("The outbox could not be read, the sweep will: {}", e.toString());
    }
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
              task -> new Thread(task, "outbox"),
              new ThreadPoolExecutor.DiscardPolicy());
      thread.allowCoreThreadTimeOut(true);
    }
  }

  /** Returns when the running delivery, if any, is settled. */
  @Override
  public synchronized void stop() {
    if (thread == null) {
      return;
    }
    thread.shutdown();
    try {
      if (!thread.awaitTermination(40, TimeUnit.SECONDS)) {
        log.warn("A delivery is still under way; its lease will end");
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
}
