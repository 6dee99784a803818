package org.sonocert.assessment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The score of a sitting. Each scored item counts once, all or nothing; pilot items do not count.
 *
 * @param percent whole percent, rounded down, so that it reaches a whole cut only when the exact
 *     share does
 * @param byOutcome for each learning outcome how many of its scored items were right
 */
public record Score(int scoredItems, int correctItems, int percent, Map<String, Share> byOutcome) {

  /** So many right of so many. */
  public record Share(int right, int of) {
    Share plus(boolean isRight) {
      return new Share(right + (isRight ? 1 : 0), of + 1);
    }
  }

  /** Scores the answers; a scored item without an answer is not right. */
  static Score of(List<ItemKey> keys, Map<String, Set<String>> answers) {
    Map<String, Share> byOutcome = new TreeMap<>();
    for (ItemKey key : keys) {
      if (key.scored()) {
        boolean right = key.isRight(answers.getOrDefault(key.item(), Set.of()));
        byOutcome.merge(
            key.outcome(), new Share(0, 0).plus(right), (a, b) -> a.plus(b.right() == 1));
      }
    }
    int of = byOutcome.values().stream().mapToInt(Share::of).sum();
    int right = byOutcome.values().stream().mapToInt(Share::right).sum();
    if (of == 0) {
      throw new IllegalArgumentException("A test form without scored items has no score");
    }
    return new Score(of, right, right * 100 / of, byOutcome);
  }
}
