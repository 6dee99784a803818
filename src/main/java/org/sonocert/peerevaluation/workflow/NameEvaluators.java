package org.sonocert.peerevaluation.workflow;

import java.util.List;
import java.util.Map;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.peerevaluation.NominatingEvaluators;
import org.springframework.stereotype.Component;

/** Takes the two names that every peer evaluation begins with. */
@Component
class NameEvaluators implements AnswerHandler {
  private final NominatingEvaluators nominating;

  NameEvaluators(NominatingEvaluators nominating) {
    this.nominating = nominating;
  }

  @Override
  public String formId() {
    return "name-evaluators";
  }

  @Override
  public Map<String, Object> accept(Submission s) {
    nominating.name(
        s.enrolment(), s.release(), List.of(NamingForm.person(s, 1), NamingForm.person(s, 2)));
    return Map.of();
  }
}
