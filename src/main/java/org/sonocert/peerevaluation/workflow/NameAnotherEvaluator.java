package org.sonocert.peerevaluation.workflow;

import java.util.List;
import java.util.Map;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.peerevaluation.NominatingEvaluators;
import org.springframework.stereotype.Component;

/** Takes the name of an evaluator who comes in for another. */
@Component
class NameAnotherEvaluator implements AnswerHandler {
  private final NominatingEvaluators nominating;

  NameAnotherEvaluator(NominatingEvaluators nominating) {
    this.nominating = nominating;
  }

  @Override
  public String formId() {
    return "name-another-evaluator";
  }

  @Override
  public Map<String, Object> accept(Submission s) {
    nominating.name(s.enrolment(), s.release(), List.of(NamingForm.person(s, 1)));
    return Map.of();
  }
}
