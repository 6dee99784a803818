package org.sonocert.assessment.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonocert.assessment.agreement.AgreementText;
import org.sonocert.assessment.agreement.Agreements;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Takes the agreement on accuracy and confidentiality, with the very texts that were shown. Whoever
 * read an older version reads the new one first.
 */
@Component
class AcceptAgreement implements AnswerHandler {
  private final Agreements agreements;

  AcceptAgreement(Agreements agreements) {
    this.agreements = agreements;
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
    List<AgreementText> texts = agreements.inForce(LocaleContextHolder.getLocale());
    mustHaveBeenShown(texts, submission.shown());
    agreements.accept(submission.enrolment(), Objects.requireNonNull(submission.person()), texts);
    return Map.of();
  }

  private static void mustHaveBeenShown(List<AgreementText> texts, @Nullable String shown) {
    String now = texts.stream().map(AgreementText::token).collect(Collectors.joining(" "));
    if (shown != null && !shown.equals(now)) {
      throw new Rejected(
          Rejection.conflict(
              "agreement-changed",
              "The text that stands here now is another one than the one you read. Please read it"
                  + " and send the form again. Nothing was stored yet."));
    }
  }
}
