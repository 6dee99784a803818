package org.sonocert.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreTest {
  @Test
  void aMultipleChoiceIsAllOrNothing() {
    var keys = List.of(key("m", true, "a", "b"));
    assertThat(percent(keys, Map.of("m", Set.of("a", "b")))).isEqualTo(100);
    assertThat(percent(keys, Map.of("m", Set.of("a")))).isZero();
    assertThat(percent(keys, Map.of("m", Set.of("a", "b", "c")))).isZero();
  }

  @Test
  void aPilotItemNeverCounts() {
    var keys = List.of(key("s", true, "a"), key("pilot", false, "a"));
    assertThat(percent(keys, Map.of("s", Set.of("a"), "pilot", Set.of("b")))).isEqualTo(100);
    assertThat(percent(keys, Map.of("s", Set.of("b"), "pilot", Set.of("a")))).isZero();
  }

  @Test
  void anUnansweredScoredItemIsNotRight() {
    assertThat(percent(List.of(key("s", true, "a")), Map.of())).isZero();
  }

  @Test
  void roundingNeverLiftsAScoreOverACut() {
    List<ItemKey> keys = IntStream.range(0, 23).mapToObj(n -> key("i" + n, true, "a")).toList();
    assertThat(percent(keys, right(16))).as("69.57 percent").isEqualTo(69);
    assertThat(percent(keys, right(17))).as("73.9 percent").isEqualTo(73);
  }

  @Test
  void aWholePercentReachesItsCutExactly() {
    List<ItemKey> keys = IntStream.range(0, 10).mapToObj(n -> key("i" + n, true, "a")).toList();
    assertThat(percent(keys, right(7))).isEqualTo(70);
  }

  @Test
  void eachOutcomeHasItsShare() {
    var keys =
        List.of(
            new ItemKey("1", "standard-views", true, Set.of("a")),
            new ItemKey("2", "standard-views", true, Set.of("a")),
            new ItemKey("3", "diagnostic-findings", true, Set.of("b")));
    Score score = Score.of(keys, Map.of("1", Set.of("a"), "3", Set.of("b")));
    assertThat(score.byOutcome())
        .containsEntry("standard-views", new Score.Share(1, 2))
        .containsEntry("diagnostic-findings", new Score.Share(1, 1));
    assertThat(score.correctItems()).isEqualTo(2);
    assertThat(score.scoredItems()).isEqualTo(3);
  }

  @Test
  void aFormWithoutScoredItemsHasNoScore() {
    assertThatThrownBy(() -> Score.of(List.of(key("p", false, "a")), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, Set<String>> right(int many) {
    Map<String, Set<String>> answers = new HashMap<>();
    IntStream.range(0, 23).forEach(n -> answers.put("i" + n, Set.of(n < many ? "a" : "b")));
    return answers;
  }

  private static int percent(List<ItemKey> keys, Map<String, Set<String>> answers) {
    return Score.of(keys, answers).percent();
  }

  private static ItemKey key(String item, boolean scored, String... correct) {
    return new ItemKey(item, "outcome", scored, Set.of(correct));
  }
}
