package org.sonocert.exceptions.workflow;

import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.Step;
import org.sonocert.engine.StepContext;
import org.sonocert.exceptions.ExceptionKind;
import org.sonocert.exceptions.ExceptionLetters;
import org.sonocert.exceptions.WindowExceptions;
import org.sonocert.exceptions.Wish;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the diagrams of an exception and of a support request call. */
@Component
class ExceptionSteps {
  private final WindowExceptions exceptions;
  private final ExceptionLetters letters;
  private final ExceptionProcess process;
  private final JdbcClient db;

  ExceptionSteps(
      WindowExceptions exceptions,
      ExceptionLetters letters,
      ExceptionProcess process,
      JdbcClient db) {
    this.exceptions = exceptions;
    this.letters = letters;
    this.process = process;
    this.db = db;
  }

  @Step(
      label = "Add the days",
      description =
          "Writes to the candidate that days were added; the decision has put them into the ledger"
              + " and moved the window's end and its timers.",
      reads = "exceptionId")
  void addDays(StepContext step) {
    letters.granted(exceptions.get(step.enrolmentId(), exception(step)));
  }

  @Step(
      label = "Record refused",
      description = "Writes the refusal to a candidate who had asked.",
      reads = "exceptionId")
  void recordExceptionRefused(StepContext step) {
    letters.refused(exceptions.get(step.enrolmentId(), exception(step)));
  }

  @Step(
      label = "Ask for more time",
      description =
          "Asks, in the name of whoever answered a support request, for the days that they named.",
      reads = "requestId")
  void askForMoreTime(StepContext step) {
    UUID request = UUID.fromString(step.requiredText("requestId"));
    db.sql(
            """
            select text, answered_by, days_asked from v_support_request
             where id = ? and enrolment_id = ?
            """)
        .params(request, step.enrolmentId().value())
        .query(
            (row, n) ->
                new Asked(
                    row.getString(1),
                    new AccountId(row.getObject(2, UUID.class)),
                    row.getString(3)))
        .single()
        .ask(process, step, request);
  }

  /** What was asked for in a support request. */
  private record Asked(String text, AccountId by, String days) {
    void ask(ExceptionProcess process, StepContext step, UUID request) {
      String reason = text.substring(0, Math.min(text.length(), Wish.LONGEST));
      Wish wish = Wish.days(UUID.randomUUID(), ExceptionKind.EXTENSION, days, reason);
      process.begin(by, step.enrolmentId(), wish.arisenFrom(request));
    }
  }

  private static UUID exception(StepContext step) {
    return UUID.fromString(step.requiredText("exceptionId"));
  }
}
