package org.sonocert.application.workflow;

import java.time.Instant;
import java.util.Map;
import org.sonocert.application.EligibilityFacts;
import org.sonocert.application.EndingApplications;
import org.sonocert.application.EndingApplications.Outcome;
import org.sonocert.application.GatheringFacts;
import org.sonocert.application.Waivers;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.StepContext;
import org.sonocert.enrolment.BusinessDays;
import org.sonocert.enrolment.CandidateLetters;
import org.springframework.stereotype.Component;

/** What the application's diagram calls. */
@Component
class ApplicationSteps {
  private final BusinessDays businessDays;
  private final GatheringFacts gathering;
  private final EndingApplications ending;
  private final Waivers waivers;
  private final CandidateLetters letters;
  private final ProgrammeClock clock;

  ApplicationSteps(
      BusinessDays businessDays,
      GatheringFacts gathering,
      EndingApplications ending,
      Waivers waivers,
      CandidateLetters letters,
      ProgrammeClock clock) {
    this.businessDays = businessDays;
    this.gathering = gathering;
    this.ending = ending;
    this.waivers = waivers;
    this.letters = letters;
    this.clock = clock;
  }

  @Step(
      label = "Compute due date",
      description = "Adds business days to now; weekends and the calendar's holidays do not count.",
      reads = "businessDays",
      writes = "dueAt")
  void computeDueDate(StepContext step) {
    Number days = step.number("businessDays");
    if (days == null) {
      throw new IllegalStateException("The table before gave no business days");
    }
    Instant due = businessDays.after(clock.now(), days.intValue());
    step.set("dueAt", due.toString());
  }

  @Step(
      label = "Gather eligibility facts",
      description = "Reads what the eligibility table asks for, and keeps it beside the decision.",
      writes = {
        "trainee",
        "goodStanding",
        "practising",
        "fundamentalsMet",
        "activeElsewhere",
        "credentialMonthsLeft",
        "daysSinceLastResult",
        "truthConfirmed",
        "casesAttested"
      })
  void gatherEligibilityFacts(StepContext step) {
    EligibilityFacts facts = gathering.read(step.enrolmentId());
    gathering.keep(step.enrolmentId(), facts, step.release());
    facts.named().forEach(step::set);
  }

  @Step(
      label = "Record not eligible",
      description = "Ends the application with the table's reason and writes to the candidate.",
      reads = "reason")
  void recordNotEligible(StepContext step) {
    refuse(step, Outcome.NOT_ELIGIBLE, step.requiredText("reason"), "application-not-eligible");
  }

  @Step(
      label = "Record waiver refused",
      description = "Ends the application with the checker's reason and writes to the candidate.")
  void recordWaiverRefused(StepContext step) {
    refuse(step, Outcome.WAIVER_REFUSED, waivers.refusal(step.enrolmentId()), "waiver-refused");
  }

  @Step(
      label = "Record application withdrawn",
      description = "Ends an application that the candidate gave up; nothing is mailed.")
  void recordApplicationWithdrawn(StepContext step) {
    ending.end(
        step.enrolmentId(),
        Outcome.WITHDRAWN,
        "The candidate withdrew the application.",
        step.release());
  }

  private void refuse(StepContext step, Outcome outcome, String reason, String letter) {
    ending.end(step.enrolmentId(), outcome, reason, step.release());
    letters.post(step.enrolmentId(), letter, "", Map.of("reason", reason));
  }
}
