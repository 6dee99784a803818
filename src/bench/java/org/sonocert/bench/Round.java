package org.sonocert.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One contestant's turn: so many enrolments by two threads, from the first form to the last
 * credential. Where people need what a job does first (after the purchase, before the evaluations)
 * all wait for all, so that nobody has to look twice; such waits are part of the time, and told
 * apart.
 */
final class Round {
  /** Threads that do what people do. */
  static final int THREADS = 2;

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
    double waited = enrolAll();
    waited += Jobs.until(before + enrolments, contestant::awarded);
    double seconds = (System.nanoTime() - start) / 1e9;
    double millis = (MACHINE.getProcessCpuTime() - cpu) / 1e6;
    double log = contestant.database().wal() - wal;
    contestant.rest();
    return new Took(enrolments, seconds, millis / enrolments, log / enrolments, waited);
  }

  private double enrolAll() {
    Queue<String> keys = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    together(
        () -> {
          while (next.getAndIncrement() < enrolments) {
            keys.add(contestant.apply());
          }
        });
    double waited = Jobs.untilBegun(contestant, enrolments);
    each(
        keys,
        key -> {
          contestant.work(key);
          contestant.handIn(key);
        });
    waited += Jobs.untilAsked(contestant, enrolments);
    each(keys, key -> contestant.evaluate(key, 0));
    each(keys, key -> contestant.evaluate(key, 1));
    return waited;
  }

  private static void each(Queue<String> keys, Consumer<String> work) {
    Queue<String> left = new ConcurrentLinkedQueue<>(keys);
    together(
        () -> {
          for (String key = left.poll(); key != null; key = left.poll()) {
            work.accept(key);
          }
        });
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
