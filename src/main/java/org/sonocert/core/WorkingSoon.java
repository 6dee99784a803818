package org.sonocert.core;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does work within a second of the commit that asks for it, on one thread beside the requests. What
 * it misses (shutdown, a crash, the time machine at work) a regular run finds. While it is stopped
 * it ignores every call, and on a node without jobs it never begins.
 */
public abstract class WorkingSoon implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(WorkingSoon.class);

  private final String name;
  private final Duration longest;
  private final boolean runJobs;
  private @Nullable ThreadPoolExecutor thread;

  /**
   * Names the work.
   *
   * @param longest how long one piece may take; a stop waits for it
   */
  protected WorkingSoon(String name, Duration longest, boolean runJobs) {
    this.name = name;
    this.longest = longest;
    this.runJobs = runJobs;
  }

  /** Does all that waits; may throw, since a regular run follows. */
  protected abstract void work();

  /** Asks for a run once the running transaction has committed. */
  public final void soonAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            soon();
          }
        });
  }

  /** Asks for a run; one that waits already is enough. */
  private synchronized void soon() {
    if (thread != null) {
      thread.execute(this::tryToWork);
    }
  }

  private void tryToWork() {
    try {
      work();
    } catch (RuntimeException e) {
      log.warn("{}: this run failed, the next will find its work: {}", name, e.toString());
    }
  }

  @Override
  public boolean isAutoStartup() {
    return runJobs;
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
              task -> new Thread(task, name),
              new ThreadPoolExecutor.DiscardPolicy());
      thread.allowCoreThreadTimeOut(true);
    }
  }

  /** Returns when the piece of work under way, if any, is settled. */
  @Override
  public synchronized void stop() {
    if (thread == null) {
      return;
    }
    thread.shutdown();
    try {
      if (!thread.awaitTermination(longest.toSeconds(), TimeUnit.SECONDS)) {
        log.warn("{}: a piece of work is still under way", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  /** Waits until nothing runs, and lets nothing new begin. */
  public void pause() {
    stop();
  }

  /** Lets things run again. */
  public void resume() {
    if (runJobs) {
      start();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}
