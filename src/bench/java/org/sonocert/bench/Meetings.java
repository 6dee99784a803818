package org.sonocert.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Lets three people of one enrolment send at the same instant, again and again. */
final class Meetings {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MOST_SENDINGS = 20;
  private static final long PAUSE_NANOS = 3_000_000L;

  private final Meeting meeting;
  private final int times;
  private final AtomicInteger failures = new AtomicInteger();
  private final List<Double> millis = new ArrayList<>();
  private final List<Double> decided = new ArrayList<>();

  Meetings(Meeting meeting, int times) {
    this.meeting = meeting;
    this.times = times;
  }

  /**
   * What the meetings of one kind came to.
   *
   * @param failures errors that a person saw; whoever saw one sends again
   * @param millis time of each completion as its sender feels it, errors and second sendings in it
   * @param decided time of each enrolment from the instant of sending to its credential
   */
  record Met(
      int times,
      int failures,
      List<Double> millis,
      List<Double> decided,
      Database.Figures spent,
      long jobs,
      long people,
      long background) {

    /** Both together. */
    Met and(Met more) {
      return new Met(
          times + more.times,
          failures + more.failures,
          joined(millis, more.millis),
          joined(decided, more.decided),
          spent.and(more.spent),
          jobs + more.jobs,
          people + more.people,
          background + more.background);
    }

    private static List<Double> joined(List<Double> some, List<Double> more) {
      return Stream.concat(some.stream(), more.stream()).toList();
    }
  }

  Met run() {
    List<List<Runnable>> ready = prepare();
    long jobs = meeting.jobsDone();
    Counting counting = meeting.database().counting();
    Database.Figures spent =
        meeting
            .database()
            .spent(
                () -> {
                  counting.start();
                  meetAll(ready);
                  counting.stop();
                });
    return new Met(
        times,
        failures.get(),
        millis,
        decided,
        spent,
        meeting.jobsDone() - jobs,
        counting.people(),
        counting.jobs());
  }

  private void meetAll(List<List<Runnable>> ready) {
    ExecutorService senders = Executors.newFixedThreadPool(3);
    meeting.wake();
    try {
      ready.forEach(three -> meet(senders, three));
    } finally {
      senders.shutdown();
      meeting.rest();
    }
  }

  private List<List<Runnable>> prepare() {
    meeting.invite(times);
    meeting.wake();
    List<String> ready = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      ready.add(meeting.prepare());
    }
    until(() -> meeting.asked() >= 2L * times);
    meeting.rest();
    return ready.stream().map(meeting::siblings).toList();
  }

  private void meet(ExecutorService senders, List<Runnable> three) {
    CyclicBarrier together = new CyclicBarrier(three.size());
    long awarded = meeting.awarded();
    long start = System.nanoTime();
    List<Future<Double>> sent =
        three.stream().map(one -> senders.submit(() -> send(one, together))).toList();
    try {
      for (Future<Double> one : sent) {
        millis.add(one.get());
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    until(() -> meeting.awarded() > awarded);
    decided.add((System.nanoTime() - start) / 1e6);
  }

  private double send(Runnable one, CyclicBarrier together) throws Exception {
    Counting.asPerson();
    together.await();
    long start = System.nanoTime();
    for (int sending = 1; ; sending++) {
      try {
        one.run();
        return (System.nanoTime() - start) / 1e6;
      } catch (RuntimeException e) {
        failures.incrementAndGet();
        if (sending == MOST_SENDINGS) {
          throw e;
        }
      }
    }
  }

  private static void until(BooleanSupplier done) {
    long start = System.nanoTime();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException("The jobs do not come to an end");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
