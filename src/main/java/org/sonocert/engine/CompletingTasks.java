package org.sonocert.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Gives;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Completes a user task with the answers to its form: validated against the form of the enrolment's
 * release, stored by the capability, and only short answers handed to the engine – all in one
 * transaction, repeated a few times when two transactions met.
 */
@Component
public class CompletingTasks {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TaskInbox inbox;
  private final TaskForms forms;
  private final TaskService tasks;
  private final IdentityService identity;
  private final SubmissionGate gate;
  private final Map<String, AnswerHandler> handlers;
  private final AuditTrail audit;
  private final ProgrammeClock clock;
  private final JdbcClient db;
  private final Collisions collisions;

  CompletingTasks(
      TaskInbox inbox,
      TaskForms forms,
      TaskService tasks,
      IdentityService identity,
      ObjectProvider<SubmissionGate> gate,
      ObjectProvider<AnswerHandler> handlers,
      AuditTrail audit,
      ProgrammeClock clock,
      JdbcClient db,
      Collisions collisions) {
    this.inbox = inbox;
    this.forms = forms;
    this.tasks = tasks;
    this.identity = identity;
    this.gate = gate.getIfAvailable(() -> (enrolment, candidate, now) -> {});
    this.handlers =
        handlers.stream().collect(Collectors.toMap(AnswerHandler::formId, Function.identity()));
    this.audit = audit;
    this.clock = clock;
    this.db = db;
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
    if (enrolment == null) {
      enrolment = inbox.find(completion.taskId()).map(TaskView::enrolment).orElse(null);
    }
    if (enrolment == null) {
      return answeredBefore(completion);
    }
    Instant now = clock.now();
    gate.admit(enrolment, candidate(completion), now);
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
            answers);
    db.sql(
            """
            with draft as (delete from task_draft where task_id = ?)
            insert into task_submission
              (idempotency_key, enrolment_id, task_id, form_id, policy_release, answers, submitted_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?)
            """)
        .param(task.id())
        .param(completion.idempotencyKey())
        .param(task.enrolment().value())
        .param(task.id())
        .param(task.form())
        .param(task.release())
        .param(sealed ? null : JSON.writeValueAsString(answers))
        .param(Timestamp.from(now))
        .update();
    audit.underRelease(task.enrolment(), task.release());
    audit.note(task.enrolment(), leaf(task, sealed ? Map.of() : answers));
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

  private static Change leaf(TaskView task, Map<String, Object> answers) {
    Map<String, Object> data = new HashMap<>();
    data.put("form", task.form());
    data.put("task", task.node());
    data.put("answers", answers);
    return new Change("form-submitted", data);
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
    @Nullable String first =
        db.sql("select form_id from task_submission where idempotency_key = ? and task_id = ?")
            .params(completion.idempotencyKey(), completion.taskId())
            .query(String.class)
            .optional()
            .orElse(null);
    if (first == null) {
      throw new Rejected(
          Rejection.gone(
              "task-gone",
              "This task is done or no longer needed, so these answers were not stored again."));
    }
    return new CompletionResult(null, Map.of(), true);
  }
}
