package org.sonocert.enrolment.workflow;

import java.time.Instant;
import java.util.Map;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.StepContext;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.enrolment.ReapplyWait;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.springframework.stereotype.Component;

/** What the trunk calls: the reminder, and the ends of an enrolment other than the award. */
@Component
class EnrolmentSteps {
  /** What the table of the passing standard says of everybody who is not awarded. */
  private static final String UNSUCCESSFUL = "unsuccessful";

  private final Enrolments enrolments;
  private final CandidateLetters letters;
  private final Accounts accounts;
  private final ReapplyWait wait;
  private final ReleaseView releases;
  private final ProgrammeClock clock;

  EnrolmentSteps(
      Enrolments enrolments,
      CandidateLetters letters,
      Accounts accounts,
      ReapplyWait wait,
      ReleaseView releases,
      ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.letters = letters;
    this.accounts = accounts;
    this.wait = wait;
    this.releases = releases;
    this.clock = clock;
  }

  @Step(
      label = "Close enrolment",
      description =
          "Ends the enrolment as of the stored end of its window and writes to the candidate.")
  void closeEnrolment(StepContext step) {
    Enrolment enrolment = enrolments.lock(step.enrolmentId());
    Instant end = enrolment.windowEnd();
    enrolments.end(
        enrolment.id(), EnrolmentState.WINDOW_ENDED, end, "The window ended before all was in.");
    Account candidate = accounts.get(enrolment.candidate());
    letters.post(
        enrolment,
        candidate,
        "window-ended",
        "",
        Map.of(
            "until", Moments.inWords(end, candidate.locale()),
            "again", Moments.inWords(again(end), candidate.locale())));
  }

  @Step(
      label = "Record unsuccessful",
      description =
          "Ends the enrolment with the table's reason and writes to the candidate, without a score;"
              + " refuses when the table's result is another.",
      reads = {"result", "reason"})
  void recordUnsuccessful(StepContext step) {
    String result = step.requiredText("result");
    if (!result.equals(UNSUCCESSFUL)) {
      throw new IllegalStateException(
          "Enrolment " + step.enrolmentId() + " is not unsuccessful, its result is " + result);
    }
    Enrolment enrolment = enrolments.lock(step.enrolmentId());
    Instant now = clock.now();
    String reason = step.requiredText("reason");
    enrolments.end(enrolment.id(), EnrolmentState.UNSUCCESSFUL, now, reason);
    Account candidate = accounts.get(enrolment.candidate());
    letters.post(
        enrolment,
        candidate,
        "result-unsuccessful",
        "",
        Map.of("reason", reason, "again", Moments.inWords(again(now), candidate.locale())));
  }

  @Step(
      label = "Record cancelled",
      description =
          "Ends an enrolment that is cancelled, unless the answer to its candidate has ended it.")
  void recordCancelled(StepContext step) {
    Enrolment enrolment = enrolments.lock(step.enrolmentId());
    if (!enrolment.state().ended()) {
      enrolments.end(
          enrolment.id(),
          EnrolmentState.CANCELLED,
          clock.now(),
          "The candidate cancelled in time.");
    }
  }

  @Step(
      label = "Record withdrawn",
      description =
          "Ends an enrolment that is withdrawn, unless whoever took the withdrawal has ended it.")
  void recordWithdrawn(StepContext step) {
    Enrolment enrolment = enrolments.lock(step.enrolmentId());
    if (!enrolment.state().ended()) {
      enrolments.end(
          enrolment.id(), EnrolmentState.WITHDRAWN, clock.now(), "The candidate withdrew.");
    }
  }

  @Step(
      label = "Record reversed",
      description =
          "Ends an enrolment whose payment was reversed, unless whoever heard of it has ended it.")
  void recordReversed(StepContext step) {
    Enrolment enrolment = enrolments.lock(step.enrolmentId());
    if (!enrolment.state().ended()) {
      enrolments.end(
          enrolment.id(),
          EnrolmentState.PAYMENT_REVERSED,
          clock.now(),
          "The payment was reversed.");
    }
  }

  @Step(
      label = "Record ineligible",
      description =
          "Ends an enrolment whose requirements were not met, unless whoever found it has ended it.")
  void recordIneligible(StepContext step) {
    Enrolment enrolment = enrolments.lock(step.enrolmentId());
    if (!enrolment.state().ended()) {
      enrolments.end(
          enrolment.id(),
          EnrolmentState.INELIGIBLE,
          clock.now(),
          "A requirement of the programme was not met.");
    }
  }

  /** From when on the person may buy again, by the rules in force now. */
  private Instant again(Instant end) {
    return wait.after(end, releases.inForce(clock.now()).number());
  }
}
