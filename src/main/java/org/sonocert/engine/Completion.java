package org.sonocert.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;

/**
 * A filled-in form as it was posted.
 *
 * @param enrolment the enrolment under whose address it was posted; null in the Tasklist
 * @param groups the groups for which this person acts here; a task of another group is not found
 * @param person who answers; null for an evaluator
 * @param idempotencyKey drawn when the form was rendered; the same key again gets the first answer
 * @param raw posted values by component key
 * @param shown which texts stood above the form, see {@link TaskPage.Reading#token}; empty when the
 *     page sent none, null when there was no page
 */
public record Completion(
    String taskId,
    @Nullable EnrolmentId enrolment,
    Set<String> groups,
    @Nullable AccountId person,
    String idempotencyKey,
    Map<String, List<String>> raw,
    @Nullable String shown) {

  /** A form that was sent from no page. */
  public Completion(
      String taskId,
      @Nullable EnrolmentId enrolment,
      Set<String> groups,
      @Nullable AccountId person,
      String idempotencyKey,
      Map<String, List<String>> raw) {
    this(taskId, enrolment, groups, person, idempotencyKey, raw, null);
  }
}
