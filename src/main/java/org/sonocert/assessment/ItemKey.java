package org.sonocert.assessment;

import java.util.Set;

/**
 * The key of one item; only scoring reads it.
 *
 * @param scored false for a pilot item, which does not count
 * @param outcome the learning outcome that it tests
 */
record ItemKey(String item, String outcome, boolean scored, Set<String> correct) {

  /** All or nothing: an answer to a multiple choice is right when it is exactly the key. */
  boolean isRight(Set<String> chosen) {
    return correct.equals(chosen);
  }
}
