package org.sonocert.application.workflow;

import java.util.Map;
import org.sonocert.application.TakingAnswers;
import org.sonocert.core.Gives;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.springframework.stereotype.Component;

/** Takes the form on which a member of staff decides on a waiver. */
@Component
@Gives("waiverGranted")
class CheckingWaivers implements AnswerHandler {
  private final TakingAnswers taking;

  CheckingWaivers(TakingAnswers taking) {
    this.taking = taking;
  }

  @Override
  public String formId() {
    return "check-waiver";
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    boolean granted = submission.yes("waiverGranted");
    taking.waiver(
        submission.enrolment(),
        granted,
        submission.text("waiverReason"),
        Answers.person(submission),
        submission.release());
    return Map.of("waiverGranted", granted);
  }
}
