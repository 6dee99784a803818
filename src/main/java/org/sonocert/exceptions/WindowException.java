package org.sonocert.exceptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;

/**
 * An exception as it was asked for, and what was decided.
 *
 * @param rule name of the rule of the table under which it was asked
 * @param decision null while it is open
 */
public record WindowException(
    EnrolmentId enrolment,
    Wish wish,
    String rule,
    AccountId requestedBy,
    Instant requestedAt,
    @Nullable Decision decision) {

  /** Whether nobody has decided yet. */
  public boolean open() {
    return decision == null;
  }

  /** What became of it. */
  public enum Outcome {
    GRANTED,
    REFUSED,
    /** The enrolment ended before anybody decided. */
    LAPSED;

    /** The word as the database has it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * The decision, made once.
   *
   * @param by null when it lapsed
   * @param endsAt the window's end that it led to; null when there is none
   */
  public record Decision(
      Outcome outcome,
      String reason,
      @Nullable AccountId by,
      Instant at,
      @Nullable Instant endsAt) {}
}
