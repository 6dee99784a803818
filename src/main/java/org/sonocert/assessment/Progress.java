package org.sonocert.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a sitting stands. It follows from the test form and the answers alone, so that neither a
 * killed browser nor a killed server can lose it.
 */
public final class Progress {
  private final TestForm form;
  private final List<String> items;
  private final int answered;

  private Progress(TestForm form, int answered) {
    this.form = form;
    this.items = form.itemIds();
    this.answered = answered;
  }

  /** The progress of a sitting with these questions answered. */
  public static Progress of(TestForm form, Set<String> answers) {
    return new Progress(form, (int) form.itemIds().stream().takeWhile(answers::contains).count());
  }

  /** The progress once the open question is answered. */
  Progress withNext() {
    return new Progress(form, answered + 1);
  }

  /** How many questions are answered. */
  public int answered() {
    return answered;
  }

  /** How many questions there are. */
  public int total() {
    return items.size();
  }

  /** Whether every question is answered. */
  public boolean complete() {
    return answered == items.size();
  }

  /** The question that is open, or opens next; empty when all are answered. */
  public Optional<Item> next() {
    return complete() ? Optional.empty() : form.item(items.get(answered));
  }

  /** The open question when it belongs to this stage. */
  public Optional<Item> nextAt(int place) {
    return limit() == place ? next() : Optional.empty();
  }

  /** The last stage that may be shown: the one with the open question. */
  public int limit() {
    return complete() ? form.places().size() - 1 : form.placeOf(items.get(answered)).number();
  }

  /** The stage of the last answered question; the candidate has seen everything before it. */
  public int floor() {
    return answered == 0 ? 0 : form.placeOf(items.get(answered - 1)).number();
  }

  /**
   * Whether the stage may be shown: what lies ahead is closed, and so are the cases left behind.
   */
  public boolean reachable(int place) {
    return place >= 0 && place <= limit() && caseOf(place) >= caseOf(floor());
  }

  /** The stage at which to go on, given where the candidate was last. */
  public TestForm.Place resumeAt(@Nullable Integer remembered) {
    int place = remembered == null ? floor() : remembered;
    return form.places().get(Math.max(floor(), Math.min(place, limit())));
  }

  private int caseOf(int place) {
    return form.places().get(place).caseNumber();
  }
}
