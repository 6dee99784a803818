package org.sonocert.peerevaluation;

import java.util.List;
import java.util.Map;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.CompletionResult;
import org.sonocert.engine.FormAnswers;
import org.sonocert.engine.FormSchema;
import org.sonocert.engine.TaskForms;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.peerevaluation.sealed.SealingEvaluations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Evaluations by nominees for whom the process does not wait any more, because two are in: they are
 * stored unscored, without a task and without a token.
 */
@Service
public class LateEvaluations {
  /** What the id of a stand-in for a task begins with. */
  static final String LATE = "late-";

  private static final String FORM = "give-evaluation";

  private final TaskInbox inbox;
  private final TaskForms forms;
  private final Nominations nominations;
  private final Enrolments enrolments;
  private final SubmittingEvaluations submitting;
  private final SealingEvaluations sealing;
  private final ProgrammeClock clock;

  LateEvaluations(
      TaskInbox inbox,
      TaskForms forms,
      Nominations nominations,
      Enrolments enrolments,
      SubmittingEvaluations submitting,
      SealingEvaluations sealing,
      ProgrammeClock clock) {
    this.inbox = inbox;
    this.forms = forms;
    this.nominations = nominations;
    this.enrolments = enrolments;
    this.submitting = submitting;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** The evaluator's task, or a stand-in without a token when the process does not wait for it. */
  @Transactional(readOnly = true)
  public TaskView task(Nomination one) {
    return inbox
        .find(one.enrolment(), FORM, one.id().toString())
        .orElseGet(() -> withoutToken(one));
  }

  /** Whether the task is such a stand-in. */
  public static boolean late(TaskView task) {
    return task.node().isEmpty();
  }

  /** Whether two others came in while this nominee was still asked. */
  @Transactional(readOnly = true)
  public boolean overtaken(NomineeId nominee) {
    Nomination one = nominations.get(nominee);
    return one.state().open() && sealing.complete(one.enrolment()) >= SubmittingEvaluations.SCORED;
  }

  /** Stores a late evaluation, or says what to mend. */
  @Transactional
  public CompletionResult submit(NomineeId nominee, Map<String, List<String>> raw) {
    Nomination one = nominations.get(nominee);
    TaskView task = withoutToken(one);
    FormSchema form = forms.of(task);
    FormAnswers read = FormAnswers.read(form, raw);
    if (read.valid()) {
      requireTwoIn(one);
      submitting.submit(one.enrolment(), one.id(), task.release(), read.answers());
    }
    return new CompletionResult(null, read.errors(), false);
  }

  /** Without this an answer could take a place that the process never learns of. */
  private void requireTwoIn(Nomination one) {
    if (sealing.complete(one.enrolment()) < SubmittingEvaluations.SCORED) {
      throw new Rejected(
          Rejection.conflict(
              "not-awaited-now",
              "This evaluation cannot be taken at this moment. What you typed is kept; please try"
                  + " again in a few minutes."));
    }
  }

  private TaskView withoutToken(Nomination one) {
    Enrolment enrolment = enrolments.get(one.enrolment());
    Long release = enrolment.release();
    if (release == null) {
      throw new IllegalStateException("Enrolment " + enrolment.id() + " has no release");
    }
    String id = LATE + one.id();
    return new TaskView(
        id,
        one.enrolment(),
        release,
        "",
        "",
        "",
        "",
        FORM,
        "evaluator",
        null,
        one.id().toString(),
        clock.now(),
        null,
        null);
  }
}
