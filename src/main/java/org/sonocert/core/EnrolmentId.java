package org.sonocert.core;

import java.util.UUID;

/**
 * Names one enrolment: one person in one product, from the opened application to the last appeal.
 */
public record EnrolmentId(UUID value) {

  /** A new random id. */
  public static EnrolmentId create() {
    return new EnrolmentId(UUID.randomUUID());
  }

  /**
   * Reads an id as it stands in an address.
   *
   * @throws Rejected with kind NOT_FOUND when the text is no id, so that a guess looks like a miss
   */
  public static EnrolmentId of(String text) {
    return new EnrolmentId(Ids.parse(text, "enrolment"));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
