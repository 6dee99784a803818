package org.sonocert.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/** Moves the engine's clock for one journey. */
final class DueJobs {
  private DueJobs() {}

  /**
   * Stops a millisecond after every instant at which a job falls due: run at that very instant, the
   * last repetition of a cycle timer would be created again without end.
   */
  static void advance(Duration by, Supplier<List<Job>> jobs) {
    Instant until = ClockUtil.getCurrentTime().toInstant().plus(by);
    for (Optional<Job> next = next(jobs, until); next.isPresent(); next = next(jobs, until)) {
      Instant due = due(next.get());
      if (due.isAfter(ClockUtil.getCurrentTime().toInstant())) {
        ClockUtil.setCurrentTime(Date.from(due.plusMillis(1)));
      }
      PolicyEngine.engine().getManagementService().executeJob(next.get().getId());
    }
    ClockUtil.setCurrentTime(Date.from(until));
  }

  private static Optional<Job> next(Supplier<List<Job>> jobs, Instant until) {
    return jobs.get().stream()
        .filter(job -> !due(job).isAfter(until))
        .min(Comparator.comparing(DueJobs::due));
  }

  private static Instant due(Job job) {
    return job.getDuedate() == null ? Instant.EPOCH : job.getDuedate().toInstant();
  }
}
