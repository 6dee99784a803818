package org.sonocert.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;

/**
 * One candidate's sitting of one test form.
 *
 * @param cutPercent the cut that was in force at the start; this one counts
 * @param answers option ids by item, in the order in which they were given
 * @param position where the candidate was last, null when nothing was remembered
 * @param window the enrolment's window as it was when this was read
 */
public record Sitting(
    UUID id,
    EnrolmentId enrolment,
    AccountId candidate,
    TestForm.Id form,
    int cutPercent,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Map<String, List<String>> answers,
    @Nullable Position position,
    Window window) {

  /** A stage and a second in it. */
  public record Position(int stage, double second) {}

  /**
   * When its enrolment may be worked on.
   *
   * @param running whether the enrolment is active
   */
  public record Window(boolean running, @Nullable Instant endsAt) {}

  /** Where it stands in its test form. */
  public Progress progressIn(TestForm testForm) {
    return Progress.of(testForm, answers.keySet());
  }

  /** Whether the candidate has handed it in. */
  public boolean finished() {
    return finishedAt != null;
  }

  /** The second at which to go on in the stage, 0 when the candidate was elsewhere. */
  public double secondIn(int stage) {
    return position != null && position.stage() == stage ? position.second() : 0;
  }
}
