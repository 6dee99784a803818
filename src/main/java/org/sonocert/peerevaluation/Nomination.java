package org.sonocert.peerevaluation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/**
 * One nominee of one enrolment.
 *
 * @param openedAt when a one-time code was asked for first, programme time
 * @param endedAt when an evaluation came in or the person stood down
 */
public record Nomination(
    NomineeId id,
    EnrolmentId enrolment,
    Nominee nominee,
    Locale locale,
    NominationState state,
    Instant namedAt,
    @Nullable Instant invitedAt,
    @Nullable Instant openedAt,
    @Nullable Instant endedAt) {

  /** Whether this is the same person as far as mailboxes tell. */
  boolean sameMailbox(Nominee other) {
    return nominee.mailbox().equals(other.mailbox());
  }
}
