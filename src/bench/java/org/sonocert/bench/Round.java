package org.sonocert.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * One contestant's turn: so many enrolments by two threads, from the first form to the last
 * credential. Evaluations begin when the jobs have asked all evaluators, so that nobody has to look
 * twice; what is left to wait for then is part of the time, and told apart.
 */
final class Round {
  /** Threads that do what people do. */
  static final int THREADS = 2;

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long PAUSE_NANOS = 5_000_000L;
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Contestant contestant;
  private final int enrolments;

  Round(Contestant contestant, int enrolments) {
    this.contestant = contestant;
    this.enrolments = enrolments;
  }

  /**
   * What a turn took.
   *
   * @param seconds from the first form to the last credential
   * @param cpuMillis of this process, for one enrolment; the database's own is not in it
   * @param wal bytes of log for one enrolment
   * @param waited seconds in which nobody could do anything until jobs were done
   */
  record Took(int enrolments, double seconds, double cpuMillis, double wal, double waited) {
    double perSecond() {
      return enrolments / seconds;
    }
  }

  /** The people of the round must be invited already. */
  Took run() {
    contestant.wake();
    System.gc();
    long before = contestant.awarded();
    long wal = contestant.database().wal();
    long cpu = MACHINE.getProcessCpuTime();
    long start = System.nanoTime();
    Queue<String> keys = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    together(
        () -> {
          while (next.getAndIncrement() < enrolments) {
            keys.add(contestant.enrol());
          }
        });
    double waited = until("invited", contestant::asked, 2L * enrolments);
    together(() -> evaluateAll(keys));
    waited += until("awarded", contestant::awarded, before + enrolments);
    double seconds = (System.nanoTime() - start) / 1e9;
    double millis = (MACHINE.getProcessCpuTime() - cpu) / 1e6;
    double log = contestant.database().wal() - wal;
    contestant.rest();
    return new Took(enrolments, seconds, millis / enrolments, log / enrolments, waited);
  }

  private void evaluateAll(Queue<String> keys) {
    for (String key = keys.poll(); key != null; key = keys.poll()) {
      contestant.evaluate(key, 0);
      contestant.evaluate(key, 1);
    }
  }

  private double until(String what, LongSupplier now, long wanted) {
    long start = System.nanoTime();
    while (now.getAsLong() < wanted) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            contestant.name() + " " + what + " " + now.getAsLong() + " of " + wanted);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void together(Runnable work) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Object>> both = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        both.add(
            () -> {
              Counting.asPerson();
              work.run();
              return true;
            });
      }
      for (Future<Object> done : threads.invokeAll(both)) {
        done.get();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
  }
}
