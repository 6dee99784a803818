package org.sonocert.exceptions;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/**
 * What is asked for: checked, whoever asks.
 *
 * @param id drawn with the form, so that sending it twice asks once
 * @param heldFrom since when the programme held up the work; null for the other kinds
 * @param heldUntil until when it did; null for the other kinds
 * @param supportRequest the support request from which it arose, if any
 */
public record Wish(
    UUID id,
    ExceptionKind kind,
    Duration added,
    @Nullable Instant heldFrom,
    @Nullable Instant heldUntil,
    String reason,
    @Nullable UUID supportRequest) {
  /** Fewest characters of a reason. */
  public static final int SHORTEST = 10;

  /** Most characters of a reason. */
  public static final int LONGEST = 1000;

  private static final int MOST_DIGITS = 4;

  /**
   * Days for a reason.
   *
   * @throws Rejected INVALID with what to mend
   */
  public static Wish days(UUID id, ExceptionKind kind, String days, String reason) {
    if (kind == ExceptionKind.OPERATOR_HOLD) {
      throw invalid("kind", "Time given back runs from an instant to another; name both.");
    }
    String typed = days.strip();
    if (!typed.matches("[1-9][0-9]*") || typed.length() > MOST_DIGITS) {
      throw invalid("days", "Please write the days as a whole number, 1 or more.");
    }
    Duration added = Duration.ofDays(Long.parseLong(typed));
    return new Wish(id, kind, added, null, null, checked(reason), null);
  }

  /**
   * The time from one instant to another, in which the programme held up the work.
   *
   * @throws Rejected INVALID with what to mend
   */
  public static Wish held(UUID id, Instant from, Instant until, String reason) {
    if (!until.isAfter(from)) {
      throw invalid("held", "The end of the time must lie after its beginning.");
    }
    Duration added = Duration.between(from, until);
    return new Wish(id, ExceptionKind.OPERATOR_HOLD, added, from, until, checked(reason), null);
  }

  /** The same, arisen from a support request. */
  public Wish arisenFrom(UUID request) {
    return new Wish(id, kind, added, heldFrom, heldUntil, reason, request);
  }

  /** Days of 24 hours, a begun one counted. */
  public int days() {
    return wholeDays(added);
  }

  static int wholeDays(Duration added) {
    return Math.toIntExact(-Math.floorDiv(-added.toSeconds(), Duration.ofDays(1).toSeconds()));
  }

  private static String checked(String reason) {
    String kept =
        reason.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
    int length = kept.codePointCount(0, kept.length());
    if (length < SHORTEST || length > LONGEST) {
      throw invalid(
          "reason", "Please give a reason of " + SHORTEST + " to " + LONGEST + " characters.");
    }
    return kept;
  }

  private static Rejected invalid(String what, String reason) {
    return new Rejected(Rejection.invalid("exception-" + what, reason));
  }
}
