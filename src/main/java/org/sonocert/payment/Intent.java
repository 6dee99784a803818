package org.sonocert.payment;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/**
 * One attempt to pay one quote.
 *
 * @param reference the provider's, null until it was told
 * @param returnReason why the money opened nothing, null unless it came back
 */
public record Intent(
    UUID id,
    EnrolmentId enrolment,
    UUID quote,
    String provider,
    @Nullable String reference,
    Money amount,
    State state,
    @Nullable String returnReason) {

  /** Where the attempt stands with us. */
  public enum State {
    OPEN,
    /** It opened the enrolment. */
    CAPTURED,
    /** It opened nothing and goes back. */
    RETURNED,
    /** Nobody paid it in time. */
    ABANDONED;

    /** The word in the database. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether money came and was booked, one way or the other. */
  public boolean settled() {
    return state == State.CAPTURED || state == State.RETURNED;
  }
}
