package org.sonocert.support.workflow;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.Gives;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.support.SupportRequests;
import org.sonocert.support.Withdrawals;
import org.springframework.stereotype.Component;

/** Takes the form on which a member of staff says whether a reported death is certain. */
@Component
@Gives("deathConfirmed")
class ConfirmingDeaths implements AnswerHandler {
  private static final String CLOSED = "The report was confirmed.";

  private final SupportRequests requests;
  private final Withdrawals withdrawals;
  private final ProgrammeClock clock;

  ConfirmingDeaths(SupportRequests requests, Withdrawals withdrawals, ProgrammeClock clock) {
    this.requests = requests;
    this.withdrawals = withdrawals;
    this.clock = clock;
  }

  @Override
  public String formId() {
    return "confirm-report-of-death";
  }

  @Override
  public boolean afterTheEnd() {
    return true;
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    boolean confirmed = submission.yes("deathConfirmed");
    if (confirmed) {
      AccountId staff = Objects.requireNonNull(submission.person());
      UUID request = UUID.fromString(Objects.requireNonNull(submission.subject()));
      requests.answer(submission.enrolment(), request, CLOSED, staff, clock.now());
      withdrawals.add(
          new Withdrawals.Withdrawal(
              submission.enrolment(),
              Withdrawals.Cause.DEATH,
              submission.text("deathNote"),
              staff,
              clock.now()));
    }
    return Map.of("deathConfirmed", confirmed);
  }
}
