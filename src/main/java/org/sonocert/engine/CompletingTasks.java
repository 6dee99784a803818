package org.sonocert.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Gives;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;

/**
 * Completes a user task with the answers to its form: validated against the form of the enrolment's
 * release, stored by the capability, and only short answers handed to the engine – all in one
 * transaction, repeated a few times when two transactions met.
 */
@Component
public class CompletingTasks {
  private final TaskInbox inbox;
  private final TaskForms forms;
  private final TaskService tasks;
  private final IdentityService identity;
  private final SubmissionGate gate;
  private final Map<String, AnswerHandler> handlers;
  private final TaskSubmissions submissions;
  private final ProgrammeClock clock;
  private final Collisions collisions;

  CompletingTasks(
      TaskInbox inbox,
      TaskForms forms,
      TaskService tasks,
      IdentityService identity,
      ObjectProvider<SubmissionGate> gate,
      ObjectProvider<AnswerHandler> handlers,
      TaskSubmissions submissions,
      ProgrammeClock clock,
      Collisions collisions) {
    this.inbox = inbox;
    this.forms = forms;
    this.tasks = tasks;
    this.identity = identity;
    this.gate = gate.getIfAvailable(() -> (enrolment, candidate, now) -> {});
    this.handlers =
        handlers.stream().collect(Collectors.toMap(AnswerHandler::formId, Function.identity()));
    this.submissions = submissions;
    this.clock = clock;
    this.collisions = collisions;
  }

  /**
   * Completes the task, or says which fields need attention.
   *
   * @throws Rejected NOT_FOUND when it is another enrolment's or group's task, GONE when it is done
   *     or gone, CONFLICT when somebody else holds it, and whatever the capability or the window
   *     refuses
   */
  public CompletionResult complete(Completion completion) {
    return collisions.retry(() -> attempt(completion));
  }

  private CompletionResult attempt(Completion completion) {
    EnrolmentId enrolment = completion.enrolment();
    boolean afterTheEnd = false;
    if (enrolment == null) {
      TaskView seen = inbox.find(completion.taskId()).orElse(null);
      if (seen == null) {
        return answeredBefore(completion);
      }
      enrolment = seen.enrolment();
      afterTheEnd = afterTheEnd(seen);
    }
    Instant now = clock.now();
    if (afterTheEnd) {
      gate.hold(enrolment);
    } else {
      admit(enrolment, completion, now);
    }
    TaskView task = inbox.find(completion.taskId()).orElse(null);
    if (task == null) {
      return answeredBefore(completion);
    }
    if (!task.enrolment().equals(enrolment) || !completion.groups().contains(task.group())) {
      throw new Rejected(Rejection.notFound("task"));
    }
    requireHolder(task, completion);
    FormAnswers read = FormAnswers.read(forms.of(task), completion.raw());
    if (!read.valid()) {
      return new CompletionResult(task, read.errors(), false);
    }
    store(task, completion, read.answers(), now);
    return new CompletionResult(task, Map.of(), false);
  }

  /** What is done beside the work is not refused because the work counts no more. */
  private void admit(EnrolmentId enrolment, Completion completion, Instant now) {
    try {
      gate.admit(enrolment, candidate(completion), now);
    } catch (Rejected refused) {
      boolean beside =
          refused.rejection().kind() != Rejection.Kind.NOT_FOUND
              && inbox.find(completion.taskId()).filter(this::afterTheEnd).isPresent();
      if (!beside) {
        throw refused;
      }
    }
  }

  private boolean afterTheEnd(TaskView task) {
    AnswerHandler handler = handlers.get(task.form());
    return handler != null && handler.afterTheEnd();
  }

  private void store(
      TaskView task, Completion completion, Map<String, Object> answers, Instant now) {
    AnswerHandler handler = handlers.get(task.form());
    boolean sealed = handler != null && handler.sealed();
    Submission submission =
        new Submission(
            task.enrolment(),
            task.id(),
            task.form(),
            task.release(),
            completion.person(),
            task.subject(),
            answers,
            completion.shown());
    submissions.keep(submission, task, completion.idempotencyKey(), sealed, now);
    Map<String, Object> variables = handler == null ? Map.of() : handler.accept(submission);
    variables.forEach((name, value) -> requireGiven(handler, name, value));
    identity.setAuthenticatedUserId(who(completion));
    try {
      tasks.complete(task.id(), new HashMap<>(variables));
    } finally {
      identity.clearAuthentication();
    }
  }

  private static void requireGiven(@Nullable AnswerHandler handler, String name, Object value) {
    Gives gives =
        handler == null ? null : AnnotationUtils.findAnnotation(handler.getClass(), Gives.class);
    if (gives == null || !Set.of(gives.value()).contains(name)) {
      throw new IllegalStateException("A form's handler gives " + name + " without declaring it");
    }
    ShortAnswers.check(name, value, 200);
  }

  private static @Nullable AccountId candidate(Completion completion) {
    return completion.groups().contains("candidate") ? completion.person() : null;
  }

  private static String who(Completion completion) {
    return completion.person() == null ? "evaluator" : completion.person().toString();
  }

  private static void requireHolder(TaskView task, Completion completion) {
    String assignee = task.assignee();
    boolean own = assignee == null ? open(task) : assignee.equals(who(completion));
    if (!own) {
      throw new Rejected(
          Rejection.conflict(
              "not-yours", "Claim this task first; only the person who holds it can complete it."));
    }
  }

  private static boolean open(TaskView task) {
    return task.group().equals("candidate") || task.group().equals("evaluator");
  }

  private CompletionResult answeredBefore(Completion completion) {
    if (!submissions.knows(completion.idempotencyKey(), completion.taskId())) {
      throw new Rejected(
          Rejection.gone(
              "task-gone",
              "This task is done or no longer needed, so these answers were not stored again."));
    }
    return new CompletionResult(null, Map.of(), true);
  }
}
