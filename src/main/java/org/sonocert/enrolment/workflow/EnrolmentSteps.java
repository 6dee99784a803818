package org.sonocert.enrolment.workflow;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.StepContext;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
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
  private final TaskInbox inbox;
  private final ProgrammeClock clock;

  EnrolmentSteps(
      Enrolments enrolments,
      CandidateLetters letters,
      Accounts accounts,
      ReapplyWait wait,
      ReleaseView releases,
      TaskInbox inbox,
      ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.letters = letters;
    this.accounts = accounts;
    this.wait = wait;
    this.releases = releases;
    this.inbox = inbox;
    this.clock = clock;
  }

  @Step(
      label = "Remind candidate",
      description = "Writes to the candidate what is still missing and whose turn it is.")
  void remindCandidate(StepContext step) {
    Enrolment enrolment = enrolments.get(step.enrolmentId());
    Account candidate = accounts.get(enrolment.candidate());
    letters.post(
        enrolment,
        candidate,
        "half-window",
        "half",
        Map.of(
            "until", Moments.inWords(end(enrolment), candidate.locale()),
            "missing", missing(enrolment, candidate.locale())));
  }

  @Step(
      label = "Close enrolment",
      description =
          "Ends the enrolment as of the stored end of its window and writes to the candidate.")
  void closeEnrolment(StepContext step) {
    Enrolment enrolment = enrolments.lock(step.enrolmentId());
    Instant end = end(enrolment);
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

  /** From when on the person may buy again, by the rules in force now. */
  private Instant again(Instant end) {
    return wait.after(end, releases.inForce(clock.now()).number());
  }

  /** The open tasks in the words of the diagrams, each with whose turn it is. */
  private String missing(Enrolment enrolment, Locale locale) {
    return inbox.of(enrolment.id()).stream()
        .map(task -> task.name() + " (" + turn(task, locale) + ")")
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String turn(TaskView task, Locale locale) {
    boolean spanish = locale.getLanguage().equals("es");
    return switch (task.group()) {
      case "candidate" -> spanish ? "le toca a usted" : "your turn";
      case "evaluator" -> spanish ? "le toca a quien evalúa" : "an evaluator's turn";
      default -> spanish ? "le toca al programa" : "the programme's turn";
    };
  }

  private static Instant end(Enrolment enrolment) {
    Instant end = enrolment.windowEndsAt();
    if (end == null) {
      throw new IllegalStateException("Enrolment " + enrolment.id() + " has no window");
    }
    return end;
  }
}
