package org.sonocert.peerevaluation.workflow;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.StepContext;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.peerevaluation.Criteria;
import org.sonocert.peerevaluation.InvitingEvaluators;
import org.sonocert.peerevaluation.NomineeId;
import org.sonocert.peerevaluation.PeerResults;
import org.sonocert.peerevaluation.Ratings;
import org.sonocert.peerevaluation.sealed.OpeningSeals;
import org.sonocert.peerevaluation.sealed.SealedEvaluation;
import org.sonocert.peerevaluation.sealed.SealedEvaluation.Outcome;
import org.sonocert.peerevaluation.sealed.SealingEvaluations;
import org.springframework.stereotype.Component;

/** What the diagram of the peer evaluation calls. */
@Component
class PeerEvaluationSteps {
  private static final String NOMINEE = "nomineeId";
  private static final String LAST_REMINDER = "evaluatorLastReminderAt";

  private final InvitingEvaluators inviting;
  private final SealingEvaluations evaluations;
  private final OpeningSeals seals;
  private final Criteria criteria;
  private final Enrolments enrolments;
  private final PeerResults results;
  private final ProgrammeClock clock;

  PeerEvaluationSteps(
      InvitingEvaluators inviting,
      SealingEvaluations evaluations,
      OpeningSeals seals,
      Criteria criteria,
      Enrolments enrolments,
      PeerResults results,
      ProgrammeClock clock) {
    this.inviting = inviting;
    this.evaluations = evaluations;
    this.seals = seals;
    this.criteria = criteria;
    this.enrolments = enrolments;
    this.results = results;
    this.clock = clock;
  }

  @Step(
      label = "Invite evaluator",
      description = "Mails the nominee a link of their own and sets when the last reminder is due.",
      reads = {NOMINEE, "lastReminderBefore"},
      writes = LAST_REMINDER)
  void inviteEvaluator(StepContext step) {
    NomineeId nominee = nominee(step);
    inviting.invite(nominee);
    Duration before = Duration.parse(step.requiredText("lastReminderBefore"));
    step.set(LAST_REMINDER, inviting.lastReminder(nominee, before).toString());
  }

  @Step(
      label = "Remind evaluator",
      description = "Mails a reminder to a nominee who has not answered yet, at most one a day.",
      reads = NOMINEE)
  void remindEvaluator(StepContext step) {
    inviting.remind(nominee(step));
  }

  @Step(
      label = "Count evaluation",
      description =
          "Says whether the evaluation is the first or second complete one, too many, or incomplete.",
      reads = NOMINEE,
      writes = "evaluationOutcome")
  void countEvaluation(StepContext step) {
    step.set("evaluationOutcome", word(newest(step)));
  }

  @Step(
      label = "Return evaluation",
      description = "Asks the evaluator by mail to rate more of the criteria.",
      reads = {NOMINEE, LAST_REMINDER},
      writes = LAST_REMINDER)
  void returnEvaluation(StepContext step) {
    inviting.returnTo(nominee(step), newest(step).attempt());
    String due = step.text(LAST_REMINDER);
    if (due != null && !Instant.parse(due).isAfter(clock.now())) {
      step.set(LAST_REMINDER, inviting.lastReminder(nominee(step), Duration.ZERO).toString());
    }
  }

  @Step(
      label = "Score peers",
      description =
          "Opens the two evaluations that count and forms their mean and the lowest image quality.",
      writes = {"peerMean", "lowestImageQuality", "ratedEvaluations"})
  void scorePeers(StepContext step) {
    List<String> applicable = criteria.of(enrolments.get(step.enrolmentId()).product());
    List<Ratings> ratings =
        seals.openScored(step.enrolmentId(), "step:scorePeers", "score").stream()
            .map(opened -> Ratings.in(opened.answers(), applicable))
            .toList();
    step.set("peerMean", Ratings.mean(ratings).map(BigDecimal::doubleValue).orElse(0.0));
    step.set("lowestImageQuality", Ratings.lowestImageQuality(ratings));
    step.set("ratedEvaluations", ratings.size());
  }

  @Step(
      label = "Record peer result",
      description = "Keeps whether the two evaluations meet the standard, with the table's reason.",
      reads = {"peerStandardMet", "reason"})
  void recordPeerResult(StepContext step) {
    boolean met = "met".equals(step.requiredText("peerStandardMet"));
    results.record(step.enrolmentId(), met, step.requiredText("reason"), step.release());
  }

  private SealedEvaluation newest(StepContext step) {
    return evaluations
        .newest(nominee(step).value())
        .orElseThrow(() -> new IllegalStateException("No evaluation of this nominee is stored"));
  }

  private static String word(SealedEvaluation evaluation) {
    Integer number = evaluation.number();
    if (number == null) {
      return "incomplete";
    }
    if (evaluation.outcome() == Outcome.SURPLUS) {
      return "surplus";
    }
    return number == 1 ? "counted-first" : "counted-second";
  }

  private static NomineeId nominee(StepContext step) {
    return NomineeId.of(step.requiredText(NOMINEE));
  }
}
