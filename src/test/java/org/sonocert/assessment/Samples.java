package org.sonocert.assessment;

import java.util.ArrayList;
import java.util.List;
import org.sonocert.assessment.Item.Option;
import org.sonocert.assessment.Stage.KeyPoint;

/** Small test forms for rules that need no database. */
final class Samples {
  private Samples() {}

  static Item single(String id) {
    return new Item(id, Item.Kind.SINGLE, "Which?", options());
  }

  static Item multiple(String id) {
    return new Item(id, Item.Kind.MULTIPLE, "Which of these?", options());
  }

  private static List<Option> options() {
    return List.of(new Option("a", "one"), new Option("b", "two"), new Option("c", "three"));
  }

  /** Two cases; each: a spoken encounter with a question at 10 s, a clip without, a still with. */
  static TestForm form() {
    return new TestForm(
        new TestForm.Id("sample", 1), "LNG", "Sample", null, 70, List.of(aCase("x"), aCase("y")));
  }

  private static ClinicalCase aCase(String id) {
    List<Stage> stages = new ArrayList<>();
    stages.add(stage("encounter", Stage.Kind.AUDIO, new KeyPoint(10.0, List.of(id + "1"))));
    stages.add(stage("clip", Stage.Kind.VIDEO));
    stages.add(stage("still", Stage.Kind.STILL, new KeyPoint(null, List.of(id + "2", id + "3"))));
    return new ClinicalCase(
        id,
        1,
        "Case " + id,
        "en",
        "Summary",
        true,
        List.of(),
        stages,
        List.of(single(id + "1"), multiple(id + "2"), single(id + "3")));
  }

  private static Stage stage(String id, Stage.Kind kind, KeyPoint... points) {
    return new Stage(
        id,
        kind,
        id,
        id + ".mp4",
        20,
        null,
        true,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(points));
  }
}
