package org.sonocert.engine.clock;

import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * The housekeeping as a moved clock comes by it: what its schedule asked for on the way is made up
 * for once, as by a server that was away for that long, and what was not due yet is left.
 */
final class Rounds {
  private final List<Round> all;

  Rounds(List<Housekeeping> housekeeping) {
    all = new ArrayList<>(housekeeping.stream().map(Round::new).toList());
  }

  /** Runs what has come due since its last run. */
  void due(Instant now) {
    all.stream().filter(round -> round.due(now)).forEach(round -> round.run(now));
  }

  /** Runs everything, due or not. */
  void each(Instant now) {
    all.forEach(round -> round.run(now));
  }

  private static final class Round {
    private final Housekeeping work;
    private final CronExpression schedule;
    private @Nullable Instant last;

    Round(Housekeeping work) {
      this.work = work;
      try {
        schedule = new CronExpression(work.schedule());
        schedule.setTimeZone(TimeZone.getTimeZone("UTC"));
      } catch (ParseException e) {
        throw new IllegalStateException("The schedule of " + work.name() + " cannot be read", e);
      }
    }

    boolean due(Instant now) {
      return last == null || !schedule.getNextValidTimeAfter(Date.from(last)).after(Date.from(now));
    }

    void run(Instant now) {
      last = now;
      work.run(now);
    }
  }
}
