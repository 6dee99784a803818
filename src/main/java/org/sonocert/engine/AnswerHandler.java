package org.sonocert.engine;

import java.util.Map;

/**
 * Takes the answers to one task form into the tables of the capability that owns them. The engine
 * never sees an answer beyond the few variables that this returns.
 */
public interface AnswerHandler {

  /** The form's id, which is the kebab-case of its user task. */
  String formId();

  /**
   * Stores the answers, in the transaction that completes the task.
   *
   * @return only what the diagram's conditions and tables name
   * @throws org.sonocert.core.Rejected to refuse; nothing is stored then and the form is shown
   *     again
   */
  Map<String, Object> accept(Submission submission);

  /**
   * Whether the work is done after an enrolment or its window has ended, as that of a refund is.
   */
  default boolean afterTheEnd() {
    return false;
  }

  /** Whether the answers are sealed: then no leaf, log or page may hold them. */
  default boolean sealed() {
    return false;
  }
}
