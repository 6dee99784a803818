package org.sonocert.operations.desk;

import java.util.UUID;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/** Reads what stands in the form of a decision. */
final class Reason {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 500;

  private Reason() {}

  /**
   * The reason as it is kept.
   *
   * @throws Rejected INVALID when there is none, or it is too long
   */
  static String of(String typed) {
    String reason = typed.strip();
    if (reason.length() < SHORTEST || reason.length() > LONGEST) {
      throw new Rejected(
          Rejection.invalid(
              "reason",
              "Say why, in " + SHORTEST + " to " + LONGEST + " characters; it is kept for good."));
    }
    return reason;
  }

  /**
   * The key of a rendered form, under which it counts once.
   *
   * @throws Rejected INVALID when it is none
   */
  static UUID key(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      throw new Rejected(
          Rejection.invalid("form-key", "This form is not complete; open the page again."));
    }
  }
}
