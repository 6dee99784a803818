package org.sonocert.assessment.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonocert.assessment.Item;
import org.sonocert.assessment.Stage;
import org.sonocert.assessment.content.CaseFile.ItemEntry;
import org.sonocert.assessment.content.CaseFile.KeyPointEntry;
import org.sonocert.assessment.content.CaseFile.OptionEntry;
import org.sonocert.assessment.content.CaseFile.StageEntry;

class CaseCheckTest {
  private static final StageEntry SPOKEN = spoken(new KeyPointEntry(10.0, List.of("q1")));
  private static final ItemEntry ITEM = item(Item.Kind.SINGLE, true, false);

  @Test
  void theShippedCasesHaveNoProblem() {
    var folder = new ContentFolder();
    assertThat(folder.cases()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(folder.cases())
        .allSatisfy(found -> assertThat(LoadedCase.of(found, folder).problems()).isEmpty());
  }

  @Test
  void aSoundCaseHasNoProblem() {
    assertThat(problems(List.of(SPOKEN), List.of(ITEM))).isEmpty();
  }

  @Test
  void aKeyPointLiesInsideTheRecordingAndInOrder() {
    assertThat(problems(List.of(spoken(new KeyPointEntry(31.0, List.of("q1")))), List.of(ITEM)))
        .containsExactly("stage s has a key point out of order or place");
    assertThat(problems(List.of(spoken(new KeyPointEntry("soon", List.of("q1")))), List.of(ITEM)))
        .contains("stage s has a key point that is no second and not 'end'");
  }

  @Test
  void eachItemOpensOnce() {
    var twice = spoken(new KeyPointEntry(1, List.of("q1")), new KeyPointEntry(2, List.of("q1")));
    assertThat(problems(List.of(twice), List.of(ITEM)))
        .containsExactly("each item opens at exactly one key point");
    assertThat(problems(List.of(spoken()), List.of(ITEM)))
        .containsExactly("each item opens at exactly one key point");
  }

  @Test
  void aKeyFitsTheKindOfItsItem() {
    assertThat(problems(List.of(SPOKEN), List.of(item(Item.Kind.SINGLE, true, true))))
        .containsExactly("q1 takes one answer only");
    assertThat(problems(List.of(SPOKEN), List.of(item(Item.Kind.MULTIPLE, false, false))))
        .containsExactly("q1 has no right option");
  }

  @Test
  void whatIsSpokenHasCaptionsAndAScript() {
    var mute =
        new StageEntry(
            "s", Stage.Kind.AUDIO, "S", "s.m4a", 30.0, null, null, false, null, null, null, null);
    List<String> found = problems(List.of(SPOKEN, mute), List.of(ITEM));
    assertThat(found)
        .contains("stage s speaks without captions", "stage s speaks without a script");
  }

  @Test
  void aScriptIsReadAsLinesOfSpeech() {
    assertThat(Script.read("# Title\n\n**Nurse:** Good\nmorning.\n\nThe door closes.\n"))
        .containsExactly(
            new Stage.Line("Nurse", "Good morning."), new Stage.Line("", "The door closes."));
  }

  private static List<String> problems(List<StageEntry> stages, List<ItemEntry> items) {
    var file = new CaseFile("c", 1, "LNG", "C", "en", true, List.of(), "Summary", stages, items);
    return CaseCheck.problems(file, List.of("purpose"), List.of("outcome"));
  }

  private static StageEntry spoken(KeyPointEntry... points) {
    return new StageEntry(
        "s",
        Stage.Kind.AUDIO,
        "S",
        "s.m4a",
        30.0,
        "s.vtt",
        "s.md",
        false,
        null,
        null,
        null,
        new ArrayList<>(List.of(points)));
  }

  private static ItemEntry item(Item.Kind kind, boolean first, boolean second) {
    return new ItemEntry(
        "q1",
        kind,
        "purpose",
        "outcome",
        true,
        "Which?",
        List.of(new OptionEntry("a", "A", first), new OptionEntry("b", "B", second)),
        "Because.");
  }
}
