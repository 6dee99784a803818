package org.sonocert.assessment.workflow;

import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.springframework.stereotype.Component;

/** The task "Sit the cases" is done in the player. */
@Component
class SitCasesPage implements TaskPage {

  @Override
  public String formId() {
    return "sit-cases";
  }

  @Override
  public String ownPage(TaskView task) {
    return "/sit/" + task.enrolment();
  }
}
