package org.sonocert.application.workflow;

import java.util.Map;
import org.sonocert.application.Practice;
import org.sonocert.application.TakingAnswers;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.springframework.stereotype.Component;

/** Takes the form on which a candidate describes their practice. */
@Component
class DescribingPractice implements AnswerHandler {
  private final TakingAnswers taking;

  DescribingPractice(TakingAnswers taking) {
    this.taking = taking;
  }

  @Override
  public String formId() {
    return "describe-practice";
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    taking.practice(
        submission.enrolment(),
        Answers.person(submission),
        new Practice(
            submission.text("profession"),
            Answers.textOrNull(submission, "professionOther"),
            submission.text("licenceNumber"),
            submission.text("licenceCountry"),
            submission.yes("goodStanding"),
            submission.yes("practising")));
    return Map.of();
  }
}
