package org.sonocert.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class WorkingSoonTest {
  private final AtomicInteger runs = new AtomicInteger();

  /** Counts its runs; the first one fails. */
  private final class Counting extends WorkingSoon {
    Counting(boolean runJobs) {
      super("counting", Duration.ofSeconds(10), runJobs);
    }

    @Override
    protected void work() {
      if (runs.incrementAndGet() == 1) {
        throw new IllegalStateException("the first run fails");
      }
    }
  }

  @BeforeEach
  void beginTransaction() {
    TransactionSynchronizationManager.initSynchronization();
  }

  @AfterEach
  void endTransaction() {
    TransactionSynchronizationManager.clearSynchronization();
  }

  @Test
  void workIsDoneAfterTheCommitAndNotBeforeAndAFailureEndsNothing() {
    var soon = new Counting(true);
    soon.start();
    soon.soonAfterCommit();
    assertThat(runs).as("not before").hasValue(0);
    commit();
    await().until(() -> runs.get() == 1);
    commit();
    await().until(() -> runs.get() == 2);
    soon.stop();
  }

  @Test
  void whatIsPausedOrWithoutJobsIgnoresEveryCall() {
    var paused = new Counting(true);
    paused.start();
    paused.pause();
    paused.soonAfterCommit();
    commit();
    assertThat(paused.isRunning()).isFalse();
    paused.resume();
    assertThat(paused.isRunning()).isTrue();
    paused.stop();

    var without = new Counting(false);
    assertThat(without.isAutoStartup()).isFalse();
    without.resume();
    assertThat(without.isRunning()).isFalse();
    assertThat(runs).hasValue(0);
  }

  private static void commit() {
    TransactionSynchronizationManager.getSynchronizations()
        .forEach(TransactionSynchronization::afterCommit);
  }
}
