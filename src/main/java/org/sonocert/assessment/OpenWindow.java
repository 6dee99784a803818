package org.sonocert.assessment;

import java.time.Instant;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.springframework.stereotype.Component;

/** Who may still work on an enrolment: its own candidate, until its window ends. */
@Component
class OpenWindow {
  private final Enrolments enrolments;
  private final ProgrammeClock clock;

  OpenWindow(Enrolments enrolments, ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.clock = clock;
  }

  /**
   * Locks the candidate's own enrolment until the transaction ends.
   *
   * @throws Rejected NOT_FOUND when it is another person's
   */
  Enrolment lock(AccountId candidate, EnrolmentId id) {
    Enrolment enrolment = enrolments.lock(id);
    if (!enrolment.candidate().equals(candidate)) {
      throw new Rejected(Rejection.notFound("enrolment"));
    }
    return enrolment;
  }

  /**
   * Tells the instant at which the work counts.
   *
   * @param otherwise what becomes of the work, for example "your answer was not counted"
   * @throws Rejected GONE when the window has ended, whether or not its timer has run
   */
  Instant openNow(Enrolment enrolment, String otherwise) {
    boolean running = enrolment.state() == EnrolmentState.ACTIVE;
    return openNow(new Sitting.Window(running, enrolment.windowEndsAt()), otherwise);
  }

  /** The same for a window that was read with its sitting. */
  Instant openNow(Sitting.Window window, String otherwise) {
    Instant now = clock.now();
    Instant end = window.endsAt();
    if (window.running() && end != null && !now.isAfter(end)) {
      return now;
    }
    Rejection why =
        end == null || !now.isAfter(end)
            ? Rejection.gone("not-running", "This certification is not running; " + otherwise + ".")
            : Rejection.gone(
                "window-ended",
                "Your window ended on " + Moments.inWords(end) + "; " + otherwise + ".");
    throw new Rejected(why);
  }
}
