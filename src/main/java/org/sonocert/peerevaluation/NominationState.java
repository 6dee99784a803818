package org.sonocert.peerevaluation;

import java.util.Locale;

/** Where one nominee stands. */
public enum NominationState {
  /** Named by the candidate; the invitation is about to be posted. */
  NAMED,
  /** The invitation was posted. */
  INVITED,
  /** An answer came that rates too little; it went back to the evaluator. */
  RETURNED,
  /** A complete evaluation is in. */
  SUBMITTED,
  /** The evaluator said no. */
  DECLINED,
  /** The candidate named somebody else instead. */
  REPLACED,
  /** The mailbox cannot be reached. */
  BOUNCED,
  /** The enrolment ended while an answer was awaited. */
  RELEASED;

  /** The word as the database has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #word()}. */
  public static NominationState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether an answer is still awaited. */
  public boolean open() {
    return this == NAMED || this == INVITED || this == RETURNED;
  }

  /** Whether the person was reached or tried and will not answer any more. */
  public boolean stoodDown() {
    return this == DECLINED || this == REPLACED || this == BOUNCED;
  }
}
