package org.sonocert.assessment;

import java.util.List;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.stereotype.Component;

/** What of a sitting may be seen: only while it runs, and only where it stands. */
@Component
public class Exposure {
  private static final String OTHERWISE = "the cases are not shown any more";

  private final OpenWindow window;

  Exposure(OpenWindow window) {
    this.window = window;
  }

  /**
   * Lets pass while there is something left to answer in time.
   *
   * @throws Rejected GONE when the sitting was handed in or its window has ended
   */
  public void requireRunning(Sitting sitting) {
    if (sitting.finished()) {
      throw new Rejected(
          Rejection.gone(
              "sitting-finished", "You have handed in this assessment; " + OTHERWISE + "."));
    }
    window.openNow(sitting.window(), OTHERWISE);
  }

  /**
   * Lets pass what belongs to a stage that the player may show now.
   *
   * @throws Rejected CONFLICT for what lies ahead, GONE for a case that was left behind
   */
  public void requireReached(Sitting sitting, TestForm form, String caseId, String file) {
    Progress progress = sitting.progressIn(form);
    List<Integer> places =
        form.places().stream()
            .filter(p -> p.clinicalCase().id().equals(caseId) && p.stage().owns(file))
            .map(TestForm.Place::number)
            .toList();
    if (places.stream().noneMatch(progress::reachable)) {
      throw new Rejected(refusal(places.stream().allMatch(p -> p > progress.limit())));
    }
  }

  private static Rejection refusal(boolean ahead) {
    return ahead
        ? Rejection.conflict(
            "not-open-yet", "Another question comes first. This part is shown when it is answered.")
        : Rejection.gone("case-left", "You have gone on to the next case; this one is closed.");
  }
}
