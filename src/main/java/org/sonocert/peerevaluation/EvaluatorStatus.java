package org.sonocert.peerevaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate may know of one evaluator: never what was answered, nor whether it was enough.
 *
 * @param since when this stage began, programme time
 * @param replaceable whether the candidate may name somebody else now
 * @param needsNewName whether another person is still to be named for this one
 */
public record EvaluatorStatus(
    NomineeId id,
    String name,
    String email,
    Stage stage,
    @Nullable Instant since,
    boolean replaceable,
    boolean needsNewName) {

  /** How far it is. */
  public enum Stage {
    BEING_SENT,
    SENT,
    /** A one-time code was asked for. */
    OPENED,
    NEEDS_COMPLETING,
    COMPLETE,
    DECLINED,
    REPLACED,
    BOUNCED,
    /** Two evaluations came in before this one. */
    NOT_NEEDED,
    /** The enrolment ended before this one came in. */
    RELEASED
  }
}
