package org.sonocert.application.workflow;

import java.util.Map;
import org.sonocert.application.TakingAnswers;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Component;

/** Takes the form on which a candidate attests cases; the table decides whether they are enough. */
@Component
class AttestingCases implements AnswerHandler {
  private final TakingAnswers taking;
  private final Enrolments enrolments;
  private final Catalogue catalogue;

  AttestingCases(TakingAnswers taking, Enrolments enrolments, Catalogue catalogue) {
    this.taking = taking;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
  }

  @Override
  public String formId() {
    return "attest-cases";
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    String product = enrolments.get(submission.enrolment()).product();
    for (String area : catalogue.areasOf(product)) {
      taking.cases(
          submission.enrolment(),
          area,
          Math.toIntExact(submission.whole("casesAttested")),
          Answers.textOrNull(submission, "conditions"),
          submission.yes("truthConfirmed"),
          Answers.person(submission));
    }
    return Map.of();
  }
}
