package org.sonocert.guide;

import java.util.function.IntPredicate;

/** Finds where the answer of a table changes, since a threshold stands in the table only. */
final class Boundary {
  private Boundary() {}

  /**
   * The first number that holds, when all above it hold too.
   *
   * @param from the least that is asked
   * @param to what is answered when none below holds; not asked itself
   */
  static int first(int from, int to, IntPredicate holds) {
    int fails = from - 1;
    int found = to;
    while (found - fails > 1) {
      int middle = Math.floorDiv(fails + found, 2);
      if (holds.test(middle)) {
        found = middle;
      } else {
        fails = middle;
      }
    }
    return found;
  }

  /** The last number that holds, when all below it hold too; one less than the least if none. */
  static int last(int from, int to, IntPredicate holds) {
    return first(from, to, holds.negate()) - 1;
  }
}
