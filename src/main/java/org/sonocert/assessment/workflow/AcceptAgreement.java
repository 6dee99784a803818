package org.sonocert.assessment.workflow;

import java.util.Map;
import java.util.Objects;
import org.sonocert.assessment.AgreementText;
import org.sonocert.assessment.Preparations;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.engine.TaskForms;
import org.sonocert.engine.TaskInbox;
import org.springframework.stereotype.Component;

/** Takes the agreement on accuracy and confidentiality, with the very text that was accepted. */
@Component
class AcceptAgreement implements AnswerHandler {
  private final Preparations preparations;
  private final TaskInbox inbox;
  private final TaskForms forms;

  AcceptAgreement(Preparations preparations, TaskInbox inbox, TaskForms forms) {
    this.preparations = preparations;
    this.inbox = inbox;
    this.forms = forms;
  }

  @Override
  public String formId() {
    return "accept-agreement";
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    if (!submission.yes("acceptAccuracy") || !submission.yes("acceptConfidentiality")) {
      throw new Rejected(
          Rejection.invalid(
              "not-accepted",
              "The assessment cannot start unless you accept both parts. Nothing was stored, and"
                  + " your right to a refund stays as it is."));
    }
    String shown = inbox.find(submission.taskId()).map(t -> forms.of(t).json()).orElseThrow();
    preparations.accept(
        submission.enrolment(),
        Objects.requireNonNull(submission.person()),
        AgreementText.of(submission.release(), shown));
    return Map.of();
  }
}
