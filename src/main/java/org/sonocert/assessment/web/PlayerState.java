package org.sonocert.assessment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.assessment.Item;
import org.sonocert.assessment.Progress;
import org.sonocert.assessment.Sitting;
import org.sonocert.assessment.TestForm;

/**
 * What the player may know of a sitting: where it is and the one question that is open. No key, no
 * rationale and no later question.
 *
 * @param stage where to go on
 * @param item the question that is open or opens next, null when all are answered
 */
public record PlayerState(
    int answered, int total, boolean complete, At stage, double second, @Nullable Question item) {

  /** A stage of a case. */
  public record At(String caseId, int caseVersion, String stageId, int number) {}

  /**
   * A question without its key.
   *
   * @param stage number of the stage at which it opens
   * @param opensAt second in that stage, null for its end
   */
  public record Question(
      String id,
      Item.Kind kind,
      String stem,
      List<Item.Option> options,
      int stage,
      @Nullable Double opensAt) {}

  static PlayerState of(Sitting sitting, TestForm form) {
    Progress progress = sitting.progressIn(form);
    Sitting.Position position = sitting.position();
    TestForm.Place place = progress.resumeAt(position == null ? null : position.stage());
    return new PlayerState(
        progress.answered(),
        progress.total(),
        progress.complete(),
        new At(
            place.clinicalCase().id(),
            place.clinicalCase().version(),
            place.stage().id(),
            place.number()),
        sitting.secondIn(place.number()),
        progress.next().map(item -> question(item, form)).orElse(null));
  }

  private static Question question(Item item, TestForm form) {
    TestForm.Place place = form.placeOf(item.id());
    return new Question(
        item.id(),
        item.kind(),
        item.stem(),
        item.options(),
        place.number(),
        place.stage().opensAt(item.id()));
  }
}
