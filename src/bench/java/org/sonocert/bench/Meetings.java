package org.sonocert.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets three people of one enrolment send at the same instant, again and again. */
final class Meetings {
  private static final int MOST_SENDINGS = 20;

  private final Meeting meeting;
  private final int times;
  private final Map<String, Integer> errors = new ConcurrentSkipListMap<>();
  private final List<Double> millis = new ArrayList<>();
  private final List<Double> decided = new ArrayList<>();

  Meetings(Meeting meeting, int times) {
    this.meeting = meeting;
    this.times = times;
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
        errors,
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
      ready.add(meeting.apply());
    }
    Jobs.untilBegun(meeting, times);
    ready.forEach(meeting::work);
    Jobs.untilAsked(meeting, times);
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
    awaitCredential(awarded + 1);
    decided.add((System.nanoTime() - start) / 1e6);
  }

  private void awaitCredential(long awarded) {
    try {
      Jobs.until(awarded, meeting::awarded);
    } catch (IllegalStateException e) {
      throw new IllegalStateException("No credential: " + meeting.name() + ", " + errors, e);
    }
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
        errors.merge(e.getClass().getSimpleName(), 1, Integer::sum);
        if (sending == MOST_SENDINGS) {
          throw e;
        }
      }
    }
  }
}
