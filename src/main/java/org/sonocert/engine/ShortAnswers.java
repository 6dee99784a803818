package org.sonocert.engine;

/** What may become a process variable: ids, numbers, yes/no and short text. Nothing else. */
final class ShortAnswers {
  private ShortAnswers() {}

  /**
   * Refuses everything that does not belong in the engine.
   *
   * @throws IllegalArgumentException naming the variable, never its value
   */
  static void check(String name, Object value, int longest) {
    boolean fine =
        value instanceof Boolean
            || value instanceof Integer
            || value instanceof Long
            || value instanceof Double
            || (value instanceof String text && text.length() <= longest);
    if (!fine) {
      throw new IllegalArgumentException(
          "The variable " + name + " is neither an id, a number, yes/no nor a short answer");
    }
  }
}
