package org.sonocert.support.workflow;

import java.util.List;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.springframework.stereotype.Component;

/** Shows whoever confirms the report of a death what was reported. */
@Component
class ConfirmDeathPage implements TaskPage {
  private final AnswerRequestPage requests;

  ConfirmDeathPage(AnswerRequestPage requests) {
    this.requests = requests;
  }

  @Override
  public String formId() {
    return "confirm-report-of-death";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    return requests.factsOf(task);
  }

  @Override
  public String consequence(TaskView task) {
    return "With yes, all open enrolments of this person end at once and nothing is mailed to them"
        + " any more. This cannot be undone.";
  }
}
