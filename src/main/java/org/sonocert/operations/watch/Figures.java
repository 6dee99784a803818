package org.sonocert.operations.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.MachineClock;
import org.sonocert.engine.JobBacklog;
import org.sonocert.enrolment.OpenEnrolments;
import org.sonocert.notification.OutboxBacklog;
import org.springframework.stereotype.Component;

/**
 * The figures that a monitor collects: three short statements, asked of the database at most once
 * in fifteen seconds of machine time, however many gauges there are and however often they are
 * read.
 */
@Component
class Figures {
  static final Duration KEPT = Duration.ofSeconds(15);
  private static final Duration DAY = Duration.ofDays(1);

  private final JobBacklog jobs;
  private final OutboxBacklog outbox;
  private final OpenEnrolments enrolments;
  private final MachineClock machine;
  private @Nullable Taken last;

  Figures(JobBacklog jobs, OutboxBacklog outbox, OpenEnrolments enrolments, MachineClock machine) {
    this.jobs = jobs;
    this.outbox = outbox;
    this.enrolments = enrolments;
    this.machine = machine;
  }

  /** What was counted, and when. */
  record Taken(
      Instant at,
      JobBacklog.Backlog jobs,
      OutboxBacklog.Counts outbox,
      OpenEnrolments.Counts enrolments) {}

  /** The figures, at most fifteen seconds old. */
  synchronized Taken now() {
    Instant now = machine.now();
    Taken kept = last;
    if (kept == null || Duration.between(kept.at(), now).compareTo(KEPT) >= 0) {
      kept = new Taken(now, jobs.now(), outbox.now(), enrolments.now(DAY));
      last = kept;
    }
    return kept;
  }
}
