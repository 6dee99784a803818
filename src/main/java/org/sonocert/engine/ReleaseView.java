package org.sonocert.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Read model of policy releases. */
public interface ReleaseView {

  /** The release in force at an instant of programme time. */
  PolicyRelease inForce(Instant at);

  /** A release by number. */
  PolicyRelease release(long number);

  /** All releases, oldest first. */
  List<PolicyRelease> all();

  /** The window's literal in a trunk of a release; the only place where that number stands. */
  Duration window(long release, String trunk);

  /** A diagram of a release. */
  Diagram diagram(long release, String process);

  /**
   * The release under which a process about an enrolment begins: the enrolment's own where that
   * holds the diagram, else the one in force at the instant, since rules that are older than a
   * diagram leave nobody without its process.
   */
  long holding(String process, long own, Instant at);

  /** The processes of a release that run beside the way to the certificate. */
  Set<String> beside(long release);
}
