package org.sonocert.peerevaluation.sealed;

import org.jspecify.annotations.Nullable;

/**
 * What may be known of an evaluation without opening it.
 *
 * @param number its place among the complete ones of the enrolment; null when incomplete
 */
public record SealedEvaluation(
    int attempt, @Nullable Integer number, Outcome outcome, int rated, int applicable) {

  /** What an evaluation is worth. */
  public enum Outcome {
    /** Among the two that score. */
    COMPLETE,
    /** Rates too little. */
    INCOMPLETE,
    /** Complete, but two were in before: kept, never scored. */
    SURPLUS
  }
}
