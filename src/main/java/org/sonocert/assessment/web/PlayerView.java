package org.sonocert.assessment.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sonocert.assessment.ClinicalCase;
import org.sonocert.assessment.Item;
import org.sonocert.assessment.Progress;
import org.sonocert.assessment.Sitting;
import org.sonocert.assessment.Stage;
import org.sonocert.assessment.TestForm;

/**
 * One stage as the page shows it, with the question that opens there, if any.
 *
 * @param question the open question, null when this stage has none left
 * @param opensAt a second, {@code end}, or {@code now} for what does not play
 * @param number counts the questions from 1
 * @param next the stage to go on to, null when a question is open here or nothing follows
 * @param second where to go on in the recording
 */
public record PlayerView(
    String enrolment,
    String title,
    @Nullable String note,
    int cases,
    TestForm.Place place,
    List<Step> steps,
    @Nullable Item question,
    String opensAt,
    int number,
    int answered,
    int total,
    boolean complete,
    @Nullable Step next,
    double second) {

  /**
   * A stage of the case at hand.
   *
   * @param state {@code here}, {@code open} for what may be seen again, {@code ahead} for the rest
   */
  public record Step(int place, int number, String title, String state, boolean otherCase) {}

  static PlayerView of(Sitting sitting, TestForm form, int at) {
    Progress progress = sitting.progressIn(form);
    TestForm.Place place = form.places().get(at);
    Item question = progress.nextAt(at).orElse(null);
    return new PlayerView(
        sitting.enrolment().toString(),
        form.title(),
        form.note(),
        form.cases().size(),
        place,
        steps(form, progress, place),
        question,
        question == null ? "" : opensAt(place.stage(), question),
        Math.min(progress.answered() + 1, progress.total()),
        progress.answered(),
        progress.total(),
        progress.complete(),
        question == null && at < progress.limit() ? next(form, place) : null,
        sitting.secondIn(at));
  }

  /** Address of a file of this case. */
  public String file(String name) {
    ClinicalCase of = place.clinicalCase();
    return "/media/" + of.id() + "/" + of.version() + "/" + name;
  }

  /** Words that a page uses for the kind of stage: {@code audio}, {@code video} … */
  public String kind() {
    return place.stage().kind().name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing is left to do but to hand the sitting in. */
  public boolean readyToFinish() {
    return complete && next == null;
  }

  private static String opensAt(Stage stage, Item question) {
    if (!stage.plays()) {
      return "now";
    }
    Double second = stage.opensAt(question.id());
    return second == null ? "end" : second.toString();
  }

  private static List<Step> steps(TestForm form, Progress progress, TestForm.Place here) {
    List<TestForm.Place> own =
        form.places().stream().filter(p -> p.caseNumber() == here.caseNumber()).toList();
    return own.stream()
        .map(
            p ->
                new Step(
                    p.number(),
                    own.indexOf(p) + 1,
                    p.stage().title(),
                    p.equals(here) ? "here" : progress.reachable(p.number()) ? "open" : "ahead",
                    false))
        .toList();
  }

  private static Step next(TestForm form, TestForm.Place here) {
    TestForm.Place next = form.places().get(here.number() + 1);
    boolean otherCase = next.caseNumber() != here.caseNumber();
    String title = otherCase ? next.clinicalCase().title() : next.stage().title();
    return new Step(next.number(), next.caseNumber() + 1, title, "open", otherCase);
  }
}
