package org.sonocert.attestation;

import org.sonocert.core.EnrolmentId;

/** Where the numbers come from by which attestations are drawn for an audit. */
public interface Lots {
  /** How many different numbers there are; the first is 0. */
  int ALL = 10_000;

  /** A number for this purchase, from 0 to {@link #ALL} − 1; asked once. */
  int draw(EnrolmentId enrolment);
}
