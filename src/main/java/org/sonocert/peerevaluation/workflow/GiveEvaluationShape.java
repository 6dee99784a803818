package org.sonocert.peerevaluation.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonocert.engine.FormComponent;
import org.sonocert.engine.FormSchema;
import org.sonocert.engine.FormShape;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.peerevaluation.Criteria;
import org.sonocert.peerevaluation.Ratings;
import org.springframework.stereotype.Component;

/** Leaves only the criteria in the evaluation form that apply to the enrolment's areas. */
@Component
class GiveEvaluationShape implements FormShape {
  private final Enrolments enrolments;
  private final Criteria criteria;

  GiveEvaluationShape(Enrolments enrolments, Criteria criteria) {
    this.enrolments = enrolments;
    this.criteria = criteria;
  }

  @Override
  public String formId() {
    return GiveEvaluation.FORM;
  }

  @Override
  public FormSchema shape(FormSchema form, TaskView task) {
    List<String> applicable = criteria.of(enrolments.get(task.enrolment()).product());
    Set<String> keys = applicable.stream().map(c -> Ratings.KEY + c).collect(Collectors.toSet());
    requireAll(form, keys);
    return form.without(c -> c.key().startsWith(Ratings.KEY) && !keys.contains(c.key()));
  }

  /** A criterion that the form forgot would be missing from every score without a word. */
  private static void requireAll(FormSchema form, Set<String> keys) {
    Set<String> asked = form.fields().stream().map(FormComponent::key).collect(Collectors.toSet());
    if (!asked.containsAll(keys)) {
      throw new IllegalStateException("The form " + form.id() + " does not ask for all of " + keys);
    }
  }
}
