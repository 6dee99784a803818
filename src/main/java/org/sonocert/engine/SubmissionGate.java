package org.sonocert.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;

/** Decides whether a person's work on an enrolment still counts; provided by the enrolment. */
public interface SubmissionGate {

  /**
   * Takes the enrolment's row lock and lets the submission pass.
   *
   * @param candidate who says that it is their own enrolment; null for staff and evaluators
   * @throws org.sonocert.core.Rejected NOT_FOUND when it is somebody else's, else when the window
   *     is over or the enrolment has ended, whether or not the timer's job has run
   */
  void admit(EnrolmentId enrolment, @Nullable AccountId candidate, Instant now);

  /** Takes the enrolment's row lock only, for work that is done after its end. */
  default void hold(EnrolmentId enrolment) {}
}
