package org.sonocert.application.workflow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.engine.Submission;

/** Reads what a task form's answers have in common. */
final class Answers {
  private Answers() {}

  /** Who answered; these forms are never answered without an account. */
  static AccountId person(Submission submission) {
    AccountId person = submission.person();
    if (person == null) {
      throw new IllegalStateException(submission.formId() + " was answered by nobody");
    }
    return person;
  }

  /** The text, null when it was left out. */
  static @Nullable String textOrNull(Submission submission, String key) {
    String text = submission.text(key);
    return text.isBlank() ? null : text.strip();
  }

  /** The date, null when it was left out. */
  static @Nullable LocalDate date(Submission submission, String key) {
    String text = submission.text(key);
    return text.isBlank() ? null : LocalDate.parse(text);
  }
}
