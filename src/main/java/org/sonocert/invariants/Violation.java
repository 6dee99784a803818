package org.sonocert.invariants;

import java.util.UUID;

/**
 * An enrolment that breaks an invariant.
 *
 * @param rule for example {@code INV-05}
 * @param what in words, without personal data
 */
public record Violation(String rule, UUID enrolment, String what) {

  @Override
  public String toString() {
    return rule + ": " + enrolment + " " + what;
  }
}
