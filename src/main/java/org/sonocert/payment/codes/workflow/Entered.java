package org.sonocert.payment.codes.workflow;

import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/**
 * What became of one code that was entered.
 *
 * @param shown its last signs, or what was typed when it is no code
 * @param product code of its product; empty when it is no code of ours
 * @param enrolment the person's enrolment that it went to; null when refused
 * @param status HTTP status that such a code alone would have
 * @param message for the person: what happened and what to do
 */
public record Entered(
    String shown,
    String product,
    Outcome outcome,
    @Nullable EnrolmentId enrolment,
    int status,
    String message) {

  /** How it ended. */
  public enum Outcome {
    /** The enrolment is open. */
    OPENED,
    /** Kept for the application. */
    RESERVED,
    /** Nothing changed. */
    REFUSED
  }

  /** Whether nothing came of it. */
  public boolean refused() {
    return outcome == Outcome.REFUSED;
  }
}
