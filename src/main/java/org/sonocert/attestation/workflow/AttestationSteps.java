package org.sonocert.attestation.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.sonocert.attestation.AttestationAudit.Outcome;
import org.sonocert.attestation.AttestationAudits;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.StepContext;
import org.sonocert.enrolment.DecisionHolds;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.HoldKind;
import org.springframework.stereotype.Component;

/** What the diagrams call for an audit of attested cases. */
@Component
class AttestationSteps {
  private static final String NO_LOG =
      "No log of the attested cases came in the time that was given.";

  private static final String LAPSED = "The enrolment ended before the check was over.";

  private final AttestationAudits audits;
  private final AttestationLetters letters;
  private final AttestationProcess process;
  private final Enrolments enrolments;
  private final DecisionHolds holds;
  private final ProgrammeClock clock;

  AttestationSteps(
      AttestationAudits audits,
      AttestationLetters letters,
      AttestationProcess process,
      Enrolments enrolments,
      DecisionHolds holds,
      ProgrammeClock clock) {
    this.audits = audits;
    this.letters = letters;
    this.process = process;
    this.enrolments = enrolments;
    this.holds = holds;
    this.clock = clock;
  }

  @Step(
      label = "Draw the lot",
      description = "Draws a number from 0 to 9999 for a purchase, once, and keeps it.",
      writes = "lot")
  void drawLot(StepContext step) {
    enrolments.lock(step.enrolmentId());
    step.set("lot", audits.lot(step.enrolmentId()));
  }

  @Step(
      label = "Begin the audit",
      description =
          "Starts the audit of the attested cases beside the enrolment, if it still runs.",
      reads = {"answerDays", "firstReminderDays", "lastReminderDays"})
  void beginAttestationAudit(StepContext step) {
    process.begin(
        step.enrolmentId(),
        days(step, "answerDays"),
        days(step, "firstReminderDays"),
        days(step, "lastReminderDays"));
  }

  @Step(
      label = "Ask for the log",
      description =
          "Works out by when the log is needed, holds an award until the audit is over, and writes"
              + " to the candidate.",
      reads = {"answerDays", "firstReminderDays", "lastReminderDays"},
      writes = {"logDueAt", "firstReminderAt", "lastReminderAt"})
  void askForCaseLog(StepContext step) {
    EnrolmentId id = step.enrolmentId();
    enrolments.lock(id);
    Instant now = clock.now();
    Instant due = now.plus(Duration.ofDays(days(step, "answerDays")));
    step.set("logDueAt", due.toString());
    step.set(
        "firstReminderAt", now.plus(Duration.ofDays(days(step, "firstReminderDays"))).toString());
    step.set(
        "lastReminderAt", now.plus(Duration.ofDays(days(step, "lastReminderDays"))).toString());
    audits.ask(id, due);
    holds.hold(id, HoldKind.ATTESTATION_AUDIT, AttestationProcess.HOLD);
    letters.asked(id, due);
  }

  @Step(
      label = "Remind of the log",
      description = "Reminds the candidate by when the log of cases is needed.")
  void remindOfCaseLog(StepContext step) {
    letters.reminded(audits.of(step.enrolmentId()).orElseThrow(), clock.now());
  }

  @Step(label = "Record no answer", description = "Keeps that no log came in time.")
  void recordNoCaseLog(StepContext step) {
    enrolments.lock(step.enrolmentId());
    audits.decide(step.enrolmentId(), Outcome.UNANSWERED, NO_LOG, null);
  }

  @Step(
      label = "Record lapsed",
      description = "Keeps that the enrolment ended before its audit was over.")
  void recordAuditLapsed(StepContext step) {
    EnrolmentId id = step.enrolmentId();
    enrolments.lock(id);
    audits.decide(id, Outcome.LAPSED, LAPSED, null);
    holds.release(id, HoldKind.ATTESTATION_AUDIT, AttestationProcess.HOLD);
  }

  @Step(
      label = "Record confirmed",
      description = "Lets an award go on that waited for the audit, and writes to the candidate.")
  void recordCaseLogConfirmed(StepContext step) {
    holds.release(step.enrolmentId(), HoldKind.ATTESTATION_AUDIT, AttestationProcess.HOLD);
    letters.confirmed(step.enrolmentId());
  }

  @Step(
      label = "End as ineligible",
      description =
          "Ends the enrolment with the audit's reason, writes to the candidate, and says whether"
              + " the assessment had been started.",
      writes = "assessmentStarted")
  void endAsIneligible(StepContext step) {
    step.set("assessmentStarted", process.end(step.enrolmentId()));
  }

  private static int days(StepContext step, String name) {
    return Objects.requireNonNull(step.number(name), name).intValue();
  }
}
