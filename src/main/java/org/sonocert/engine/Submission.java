package org.sonocert.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;

/**
 * The answers to one task form, validated against the form of the enrolment's release.
 *
 * @param person who answered; null for an evaluator, who has no account
 * @param subject the task's own variable that says whom or what it is about (a nominee's id), if
 *     any
 * @param answers by component key: text, {@code Long}/{@code Double}, {@code Boolean} or list of
 *     text
 * @param shown which texts stood above the form; empty when the page sent none, null when there was
 *     no page
 */
public record Submission(
    EnrolmentId enrolment,
    String taskId,
    String formId,
    long release,
    @Nullable AccountId person,
    @Nullable String subject,
    Map<String, Object> answers,
    @Nullable String shown) {

  /** The answer as text, empty when it was left out. */
  public String text(String key) {
    Object value = answers.get(key);
    return value == null ? "" : value.toString();
  }

  /** The answer to a checkbox or a yes/no question. */
  public boolean yes(String key) {
    Object value = answers.get(key);
    return Boolean.TRUE.equals(value) || "yes".equals(value) || "true".equals(value);
  }

  /** The answer as a whole number; 0 when it was left out. */
  public long whole(String key) {
    return answers.get(key) instanceof Number n ? n.longValue() : 0;
  }
}
