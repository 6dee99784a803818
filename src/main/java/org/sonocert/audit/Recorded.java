package org.sonocert.audit;

import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A leaf as it stands in the table.
 *
 * @param number 1, 2, 3 … within its enrolment, without gaps
 * @param payload canonical JSON, null once lawfully erased
 */
@SuppressWarnings("ArrayRecordComponent") // compared by matchesCommitment only
public record Recorded(
    long number,
    String type,
    Instant at,
    String actor,
    @Nullable Long release,
    byte[] commitment,
    byte @Nullable [] salt,
    @Nullable String payload) {

  /** Whether salt and payload still open the commitment; false when they were erased. */
  public boolean matchesCommitment() {
    return salt != null
        && payload != null
        && MessageDigest.isEqual(commitment, Leaves.commitment(salt, payload));
  }
}
