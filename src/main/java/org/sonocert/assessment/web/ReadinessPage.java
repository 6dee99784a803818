package org.sonocert.assessment.web;

import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.web.TaskFormModel;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The form of the readiness check with the sample clip that it asks about. */
@Controller
class ReadinessPage {
  private final CurrentPerson person;
  private final Enrolments enrolments;
  private final TaskInbox inbox;
  private final TaskFormModel forms;

  ReadinessPage(CurrentPerson person, Enrolments enrolments, TaskInbox inbox, TaskFormModel forms) {
    this.person = person;
    this.enrolments = enrolments;
    this.inbox = inbox;
    this.forms = forms;
  }

  @GetMapping("/sit/{enrolment}/check")
  String page(@PathVariable String enrolment, Model model) {
    Enrolment own = enrolments.ownedBy(person.id(), EnrolmentId.of(enrolment));
    TaskView task = inbox.find(own.id(), "check-readiness", null).orElse(null);
    if (task == null) {
      return "redirect:/me/" + own.id();
    }
    String address = "/me/" + own.id() + "/tasks/" + task.id();
    forms.fill(model, task, person.id().toString(), address);
    model.addAttribute("enrolment", own);
    return "assessment/check";
  }
}
