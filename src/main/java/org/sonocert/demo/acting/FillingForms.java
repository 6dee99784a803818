package org.sonocert.demo.acting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.ClaimingTasks;
import org.sonocert.engine.CompletingTasks;
import org.sonocert.engine.Completion;
import org.sonocert.engine.CompletionResult;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Finds an open task by its form and sends the form as its page would. */
@Component
@Profile("demo")
public class FillingForms {
  private final TaskInbox inbox;
  private final CompletingTasks completing;
  private final ClaimingTasks claiming;

  FillingForms(TaskInbox inbox, CompletingTasks completing, ClaimingTasks claiming) {
    this.inbox = inbox;
    this.completing = completing;
    this.claiming = claiming;
  }

  /** Whether the enrolment waits for this form. */
  public boolean waits(EnrolmentId id, String form) {
    return inbox.find(id, form, null).isPresent();
  }

  /**
   * The candidate sends a form.
   *
   * @throws Rejected CONFLICT when nothing waits for it or an answer is refused, and whatever the
   *     product refuses
   */
  public void asCandidate(AccountId by, EnrolmentId id, String form, Map<String, String> answers) {
    TaskView task = open(id, form);
    sent(completing.complete(completion(task, id, by, answers)));
  }

  /** A member of staff claims the enrolment's task with this form, and sends it. */
  public void asStaff(AccountId by, EnrolmentId id, String form, Map<String, String> answers) {
    TaskView task = open(id, form);
    claiming.claim(task.id(), by, Set.of(task.group()));
    sent(completing.complete(completion(task, null, by, answers)));
  }

  private TaskView open(EnrolmentId id, String form) {
    return inbox
        .find(id, form, null)
        .orElseThrow(
            () -> new Rejected(Rejection.conflict("no-task", "Nothing waits for " + form + ".")));
  }

  private static Completion completion(
      TaskView task, @Nullable EnrolmentId id, AccountId by, Map<String, String> answers) {
    return new Completion(
        task.id(), id, Set.of(task.group()), by, UUID.randomUUID().toString(), raw(answers));
  }

  static Map<String, List<String>> raw(Map<String, String> answers) {
    return answers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
  }

  static void sent(CompletionResult result) {
    if (!result.errors().isEmpty()) {
      throw new Rejected(Rejection.invalid("form", result.errors().toString()));
    }
  }
}
