package org.sonocert.peerevaluation;

import java.util.UUID;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/** Names one person that a candidate named as evaluator, within one enrolment. */
public record NomineeId(UUID value) {

  /** A new random id. */
  public static NomineeId create() {
    return new NomineeId(UUID.randomUUID());
  }

  /**
   * Reads an id as it stands in an address or a variable.
   *
   * @throws Rejected with kind NOT_FOUND when the text is no id
   */
  public static NomineeId of(String text) {
    try {
      return new NomineeId(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw new Rejected(Rejection.notFound("evaluator"));
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
