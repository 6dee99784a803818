package org.sonocert.engine;

import java.time.Instant;
import org.sonocert.core.EnrolmentId;

/** Decides whether a person's work on an enrolment still counts; provided by the enrolment. */
public interface SubmissionGate {

  /**
   * Takes the enrolment's row lock and lets the submission pass.
   *
   * @throws org.sonocert.core.Rejected when the window is over or the enrolment has ended, whether
   *     or not the timer's job has run
   */
  void admit(EnrolmentId enrolment, Instant now);
}
