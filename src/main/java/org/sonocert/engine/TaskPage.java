package org.sonocert.engine;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a capability adds to the page of one of its tasks. */
public interface TaskPage {

  /** The form's id. */
  String formId();

  /** Facts that the person needs beside the form, for example the price that was quoted. */
  default List<Fact> facts(TaskView task) {
    return List.of();
  }

  /** Address of the task's own page where a form cannot do the work (the player), or null. */
  default @Nullable String ownPage(TaskView task) {
    return null;
  }

  /** Where the person goes after sending the form, or null for back to the enrolment. */
  default @Nullable String afterwards(TaskView task) {
    return null;
  }

  /** What sending means, in a sentence that stands above the button, or null. */
  default @Nullable String consequence(TaskView task) {
    return null;
  }

  /** Texts to be read before the form is answered, in the person's language. */
  default List<Reading> readings(TaskView task, Locale locale) {
    return List.of();
  }

  /**
   * A text above the form, for example an agreement.
   *
   * @param token says which text this is; it comes back with the answers, so that nobody agrees to
   *     what they did not see
   * @param language in which it is written
   * @param about which version it is, in words
   */
  record Reading(
      String token, String title, String language, List<String> paragraphs, String about) {}

  /** One row: a label and its value, both in plain words. */
  record Fact(String label, String value) {}
}
