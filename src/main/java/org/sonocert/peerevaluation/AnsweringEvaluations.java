package org.sonocert.peerevaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.CompletingTasks;
import org.sonocert.engine.Completion;
import org.sonocert.engine.CompletionResult;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.peerevaluation.sealed.EvaluationDrafts;
import org.springframework.stereotype.Service;

/** What an evaluator with an open session may do: read their form, keep a draft, send it. */
@Service
public class AnsweringEvaluations {
  private static final String LATE = LateEvaluations.LATE;

  private final Nominations nominations;
  private final Enrolments enrolments;
  private final TaskInbox inbox;
  private final CompletingTasks completing;
  private final LateEvaluations late;
  private final EvaluationDrafts drafts;
  private final ProgrammeClock clock;

  AnsweringEvaluations(
      Nominations nominations,
      Enrolments enrolments,
      TaskInbox inbox,
      CompletingTasks completing,
      LateEvaluations late,
      EvaluationDrafts drafts,
      ProgrammeClock clock) {
    this.nominations = nominations;
    this.enrolments = enrolments;
    this.inbox = inbox;
    this.completing = completing;
    this.late = late;
    this.drafts = drafts;
    this.clock = clock;
  }

  /**
   * The nomination, while an answer is awaited.
   *
   * @throws Rejected GONE with the reason when none is
   */
  public Nomination awaited(NomineeId id) {
    Nomination one = nominations.get(id);
    OpeningInvitations.requireAwaited(one, enrolments.get(one.enrolment()), clock.now());
    return one;
  }

  /** Where the nomination stands now. */
  public NominationState state(NomineeId id) {
    return nominations.get(id).state();
  }

  /** The evaluator's task in the process, or a stand-in when it does not wait any more. */
  public TaskView task(Nomination one) {
    return late.task(one);
  }

  /** What was typed before and not sent. */
  public Map<String, List<String>> draft(Nomination one) {
    return drafts.load(one.id().value());
  }

  /** Keeps what was typed; returns when. */
  public Instant keep(NomineeId nominee, String taskId, Map<String, List<String>> typed) {
    Nomination one = awaited(nominee);
    requireOwn(nominee, taskId);
    return drafts.save(one.id().value(), typed);
  }

  /**
   * Sends the evaluation. What was typed is kept as a draft when it is not accepted.
   *
   * @param taskId as the form that was rendered names it
   * @throws Rejected NOT_FOUND when the form belongs to another evaluation, GONE when it is over
   */
  public CompletionResult submit(
      NomineeId nominee, String taskId, String key, Map<String, List<String>> raw) {
    EnrolmentId enrolment = requireOwn(nominee, taskId);
    CompletionResult result = send(nominee, enrolment, taskId, key, raw);
    if (!result.done()) {
      drafts.save(nominee.value(), raw);
    }
    return result;
  }

  private CompletionResult send(
      NomineeId nominee,
      @Nullable EnrolmentId enrolment,
      String taskId,
      String key,
      Map<String, List<String>> raw) {
    try {
      if (taskId.startsWith(LATE)) {
        return late.submit(nominee, raw);
      }
      return completing.complete(
          new Completion(taskId, enrolment, Set.of("evaluator"), null, nominee + "." + key, raw));
    } catch (Rejected gone) {
      if (late.overtaken(nominee)) {
        return late.submit(nominee, raw);
      }
      if (nominations.get(nominee).state().open()) {
        drafts.save(nominee.value(), raw);
      }
      throw gone;
    }
  }

  /** Two forms in two tabs of one browser must not be sent in each other's name. */
  private @Nullable EnrolmentId requireOwn(NomineeId nominee, String taskId) {
    TaskView task = taskId.startsWith(LATE) ? null : inbox.find(taskId).orElse(null);
    boolean own =
        task == null
            ? !taskId.startsWith(LATE) || taskId.equals(LATE + nominee)
            : about(task, nominee);
    if (!own) {
      throw new Rejected(Rejection.notFound("evaluation"));
    }
    return task == null ? null : task.enrolment();
  }

  private static boolean about(TaskView task, NomineeId nominee) {
    return task.group().equals("evaluator") && nominee.toString().equals(task.subject());
  }
}
