package org.sonocert.guide;

import java.util.Map;

/** The decision tables of one release. */
interface Tables {

  /** The outputs of the row that matches. */
  Map<String, Object> row(String table, Map<String, Object> inputs);

  /** A number that a table answers. */
  default int number(String table, Map<String, Object> inputs, String output) {
    if (row(table, inputs).get(output) instanceof Number number) {
      return number.intValue();
    }
    throw new IllegalStateException("The table " + table + " gives no number " + output);
  }

  /** Whether a table answers so. */
  default boolean says(String table, Map<String, Object> inputs, String output, Object answer) {
    return answer.equals(row(table, inputs).get(output));
  }
}
