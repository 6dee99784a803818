package org.sonocert.assessment.workflow;

import java.util.Map;
import java.util.Set;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.CompletingTasks;
import org.sonocert.engine.Completion;
import org.sonocert.engine.TaskInbox;
import org.springframework.stereotype.Service;

/** Completes the task "Sit the cases" when the candidate presses Finish in the player. */
@Service
public class HandingIn {
  private final TaskInbox inbox;
  private final CompletingTasks completing;

  HandingIn(TaskInbox inbox, CompletingTasks completing) {
    this.inbox = inbox;
    this.completing = completing;
  }

  /**
   * Completes the task. The key is that of the task, so a second press finds the first one's work.
   *
   * @throws Rejected while questions are open, or when the enrolment has no such task
   */
  public void complete(AccountId candidate, EnrolmentId enrolment) {
    String task =
        inbox
            .find(enrolment, "sit-cases", null)
            .orElseThrow(
                () ->
                    new Rejected(
                        Rejection.conflict(
                            "no-sitting-task",
                            "This assessment does not wait for you any more. See your"
                                + " certification for what comes next.")))
            .id();
    completing.complete(
        new Completion(
            task, enrolment, Set.of("candidate"), candidate, "sit-cases:" + task, Map.of()));
  }
}
