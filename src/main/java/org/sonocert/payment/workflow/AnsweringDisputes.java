package org.sonocert.payment.workflow;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.payment.dispute.CardDispute;
import org.sonocert.payment.dispute.CardDispute.Answer;
import org.sonocert.payment.dispute.CardDispute.Kind;
import org.sonocert.payment.dispute.CardDisputes;
import org.springframework.stereotype.Component;

/** Takes the form on which a manager says what was answered to a card company. */
@Component
class AnsweringDisputes implements AnswerHandler {
  private final CardDisputes disputes;
  private final ProgrammeClock clock;

  AnsweringDisputes(CardDisputes disputes, ProgrammeClock clock) {
    this.disputes = disputes;
    this.clock = clock;
  }

  @Override
  public String formId() {
    return "answer-dispute";
  }

  @Override
  public boolean afterTheEnd() {
    return true;
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    UUID id = UUID.fromString(Objects.requireNonNull(submission.subject()));
    CardDispute dispute = disputes.get(id);
    disputes.answered(
        dispute,
        new Answer(
            Kind.of(submission.text("disputeAnswer")), submission.text("disputeNote"), clock.now()),
        Objects.requireNonNull(submission.person()));
    return Map.of();
  }
}
