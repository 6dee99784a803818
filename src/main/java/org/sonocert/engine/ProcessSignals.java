package org.sonocert.engine;

import java.util.Map;
import org.sonocert.core.EnrolmentId;

/** How a capability tells a running process that something happened. */
public interface ProcessSignals {

  /**
   * Delivers a message to the one process of this enrolment that waits for it.
   *
   * @param variables visible only in the scope that the message opens or enters
   * @return whether somebody waited for it
   */
  boolean signal(EnrolmentId enrolment, String message, Map<String, Object> variables);

  /**
   * Delivers a message to the waiting task that is about the given subject, for example a nominee.
   *
   * @return whether somebody waited for it
   */
  boolean signalAbout(
      EnrolmentId enrolment, String message, String subject, Map<String, Object> variables);

  /** Starts the process of that id as it stands in the given policy release. */
  void start(EnrolmentId enrolment, long release, String process, Map<String, Object> variables);
}
