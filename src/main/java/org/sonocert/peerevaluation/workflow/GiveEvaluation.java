package org.sonocert.peerevaluation.workflow;

import java.util.Map;
import java.util.Objects;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.peerevaluation.NomineeId;
import org.sonocert.peerevaluation.SubmittingEvaluations;
import org.springframework.stereotype.Component;

/** Takes an evaluation and seals it. The engine learns nothing of it. */
@Component
class GiveEvaluation implements AnswerHandler {
  static final String FORM = "give-evaluation";

  private final SubmittingEvaluations submitting;

  GiveEvaluation(SubmittingEvaluations submitting) {
    this.submitting = submitting;
  }

  @Override
  public String formId() {
    return FORM;
  }

  @Override
  public boolean sealed() {
    return true;
  }

  @Override
  public Map<String, Object> accept(Submission s) {
    NomineeId nominee = NomineeId.of(Objects.requireNonNullElse(s.subject(), ""));
    submitting.submit(s.enrolment(), nominee, s.release(), s.answers());
    return Map.of();
  }
}
