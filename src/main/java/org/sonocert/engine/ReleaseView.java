package org.sonocert.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
}
