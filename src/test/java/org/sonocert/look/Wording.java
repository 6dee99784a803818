package org.sonocert.look;

/** What people type where they may type what they like. */
@FunctionalInterface
interface Wording {
  /** What sensible people type. */
  Wording CALM = (field, calm) -> calm;

  /**
   * @param field what is asked
   * @param calm what a sensible person answers
   */
  String of(String field, String calm);
}
