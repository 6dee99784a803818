package org.sonocert.application.workflow;

import java.util.Map;
import org.sonocert.application.Fundamentals;
import org.sonocert.application.TakingAnswers;
import org.sonocert.core.Gives;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.springframework.stereotype.Component;

/**
 * Takes the form on which a candidate shows the fundamentals; says whether a waiver is asked for.
 */
@Component
@Gives("waiverAsked")
class ShowingFundamentals implements AnswerHandler {
  private final TakingAnswers taking;

  ShowingFundamentals(TakingAnswers taking) {
    this.taking = taking;
  }

  @Override
  public String formId() {
    return "show-fundamentals";
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    Fundamentals shown =
        new Fundamentals(
            submission.text("route"),
            Answers.textOrNull(submission, "certificateNumber"),
            Answers.date(submission, "certificateDate"),
            Answers.date(submission, "examinationDate"),
            Answers.textOrNull(submission, "examinationReference"),
            Answers.textOrNull(submission, "credentialName"),
            Answers.textOrNull(submission, "credentialNumber"),
            Answers.date(submission, "credentialUntil"));
    taking.fundamentals(submission.enrolment(), shown);
    return Map.of("waiverAsked", shown.waiverAsked());
  }
}
