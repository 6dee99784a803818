package org.sonocert.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people at the same instant. */
public final class AtOnce {
  private AtOnce() {}

  /** What one of them does. */
  public interface Work<T> {
    T run() throws Exception;
  }

  /** The same work, so many times. */
  public static <T> List<T> all(int times, Work<T> work) throws Exception {
    return all(Collections.nCopies(times, work));
  }

  /** Lets all begin together, and gives what each got, in their order. */
  public static <T> List<T> all(List<Work<T>> works) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    try {
      CountDownLatch ready = new CountDownLatch(works.size());
      List<Future<T>> futures = new ArrayList<>();
      for (Work<T> work : works) {
        futures.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return work.run();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
