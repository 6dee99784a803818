package org.sonocert.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/**
 * One leaf: everything that one transaction changed on one enrolment.
 *
 * @param at programme time, UTC
 * @param actor pseudonym of who acted
 * @param release number of the policy release, where the changes ran under one
 * @param salt 32 random bytes, erased with the payload
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Leaf(
    EnrolmentId enrolment,
    List<Change> changes,
    Instant at,
    String actor,
    @Nullable Long release,
    byte[] salt) {

  /** The type of the first change; the payload lists them all. */
  String type() {
    return changes.get(0).type();
  }
}
