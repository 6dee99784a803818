package org.sonocert.engine;

import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/** What a step sees of the process that calls it: the enrolment and the variables it declared. */
public interface StepContext {

  /** The enrolment, that is the process's business key. */
  EnrolmentId enrolmentId();

  /** Number of the policy release that the process runs under. */
  long release();

  /** A declared text variable, null when unset. */
  @Nullable String text(String name);

  /**
   * A declared text variable that must be set.
   *
   * @throws IllegalStateException when it is not
   */
  String requiredText(String name);

  /** A declared number variable, null when unset. */
  @Nullable Number number(String name);

  /** A declared yes/no variable; unset counts as no. */
  boolean flag(String name);

  /**
   * Sets a declared variable for the conditions and tables that follow.
   *
   * @param value text of at most 200 characters, whole or decimal number, or boolean
   */
  void set(String name, Object value);
}
