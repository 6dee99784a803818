package org.sonocert.enrolment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.SubmissionGate;
import org.springframework.stereotype.Component;

/**
 * Lets work on an enrolment pass only while it counts. The stored end decides, not whether the
 * engine's timer has run.
 */
@Component
class EnrolmentGate implements SubmissionGate {
  private final Enrolments enrolments;

  EnrolmentGate(Enrolments enrolments) {
    this.enrolments = enrolments;
  }

  @Override
  public void admit(EnrolmentId id, @Nullable AccountId candidate, Instant now) {
    Enrolment enrolment = enrolments.lock(id);
    if (candidate != null && !enrolment.candidate().equals(candidate)) {
      throw new Rejected(Rejection.notFound("enrolment"));
    }
    if (enrolment.state().ended()) {
      throw new Rejected(ended(enrolment));
    }
    if (enrolment.state() == EnrolmentState.DECIDING) {
      throw new Rejected(
          Rejection.conflict(
              "decision-pending",
              "All evidence is in and the decision is being made, so nothing more can be sent."));
    }
    if (enrolment.state() == EnrolmentState.ACTIVE && !enrolment.windowOpenAt(now)) {
      throw new Rejected(over(enrolment.windowEndsAt()));
    }
  }

  @Override
  public void hold(EnrolmentId id) {
    enrolments.lock(id);
  }

  private static Rejection ended(Enrolment enrolment) {
    Instant windowEnd = enrolment.windowEndsAt();
    if (enrolment.state() == EnrolmentState.WINDOW_ENDED && windowEnd != null) {
      return over(windowEnd);
    }
    return Rejection.gone(
        "enrolment-ended",
        "This enrolment has ended, so nothing more can be sent for it. What was accepted before is"
            + " kept.");
  }

  private static Rejection over(@Nullable Instant end) {
    String when = end == null ? "" : " on " + Moments.inWords(end);
    return Rejection.gone(
        "window-ended",
        "The window of this enrolment ended"
            + when
            + ". This came later and was not taken; what was sent before counts.");
  }
}
