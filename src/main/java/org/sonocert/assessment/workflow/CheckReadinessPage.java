package org.sonocert.assessment.workflow;

import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.springframework.stereotype.Component;

/** The readiness check asks about a sample clip, so its page shows one beside the form. */
@Component
class CheckReadinessPage implements TaskPage {

  @Override
  public String formId() {
    return "check-readiness";
  }

  @Override
  public String ownPage(TaskView task) {
    return "/sit/" + task.enrolment() + "/check";
  }

  @Override
  public String afterwards(TaskView task) {
    return "/sit/" + task.enrolment();
  }
}
