package org.sonocert.process;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.engine.PatientWindows;

class ClinicalCertificateProcessTest extends ProcessTest {

  @BeforeEach
  void everythingGoesWell() {
    steps.answer(
        "inviteEvaluator",
        execution ->
            execution.setVariable(
                "evaluatorLastReminderAt", Journey.DAY_ONE.plus(ofDays(80)).toString()));
    scores(70);
    rates(3.0);
    reminds();
    held(false);
  }

  private void held(boolean held) {
    steps.answer("lookForHolds", "decisionHeld", held);
  }

  /** Half of 90 days, and then what the table says. */
  private void reminds() {
    Iterator<Integer> left = List.of(45, 30, 14, 7, 1).iterator();
    steps.answer("remindCandidate", run -> run.setVariable("daysLeft", left.next()));
    steps.answer(
        "planReminder",
        run -> {
          int days = (Integer) run.getVariable("nextReminderDays");
          Instant next = Journey.DAY_ONE.plus(ofDays(90 - days));
          run.setVariable("nextReminderAt", next.toString());
        });
  }

  private void scores(int score) {
    steps.answer(
        "scoreSitting",
        execution -> execution.setVariables(Map.of("scorePercent", score, "cutPercent", 70)));
  }

  private void rates(double mean) {
    steps.answer("countEvaluation", "evaluationOutcome", "counted-second");
    steps.answer(
        "scorePeers",
        execution ->
            execution.setVariables(
                Map.of("peerMean", mean, "lowestImageQuality", 2, "ratedEvaluations", 2)));
  }

  private static Journey bought() {
    return Journey.start(
        "clinical-certificate",
        Map.of(
            "areaCode", "LNG",
            "halfWindowAt", Journey.DAY_ONE.plus(ofDays(45)).toString(),
            "peerStandardMet", "open"));
  }

  private static Journey evaluated(Journey journey) {
    return journey
        .nominate("ann")
        .complete("Activity_NameEvaluators")
        .runJobs()
        .completeFor("ann", "Activity_GiveEvaluation");
  }

  private static Journey sat(Journey journey) {
    return journey.complete(
        "Activity_AcceptAgreement", "Activity_CheckReadiness", "Activity_SitCases");
  }

  @Test
  void bothComponentsPassedIssueTheCredential() {
    Journey journey = sat(evaluated(bought())).runJobs();

    assertThat(journey.over()).isTrue();
    assertThat(journey.ends()).contains("EndEvent_EvidenceIn", "EndEvent_CredentialIssued");
    assertThat(journey.steps()).endsWith("issueCredential");
  }

  @Test
  void theOrderOfTheComponentsDoesNotMatter() {
    Journey journey = evaluated(sat(bought())).runJobs();

    assertThat(journey.ends()).contains("EndEvent_CredentialIssued");
  }

  @Test
  void evidenceInTheLastSecondIsAwardedAlthoughTheJobRunsAfterTheWindow() {
    Journey journey = evaluated(bought()).advance(ofDays(90).minusSeconds(1));
    sat(journey).advance(ofDays(1));

    assertThat(journey.ends())
        .contains("EndEvent_CredentialIssued")
        .doesNotContain("EndEvent_WindowEnded");
  }

  @Test
  void theWindowWaitsForWhatWasSentInTimeAlthoughItsJobHasNotRun() {
    Journey journey =
        evaluated(bought())
            .complete("Activity_AcceptAgreement", "Activity_CheckReadiness")
            .advance(ofDays(90).minusSeconds(1))
            .sendOnly("Activity_SitCases");
    Job sent = journey.jobs().stream().filter(job -> job.getDuedate() == null).findFirst().get();
    ClockUtil.setCurrentTime(Date.from(Journey.DAY_ONE.plus(ofDays(90)).plusSeconds(1)));
    Job window =
        journey.jobs().stream()
            .filter(job -> job.getDuedate() != null)
            .filter(job -> !job.getDuedate().after(ClockUtil.getCurrentTime()))
            .findFirst()
            .get();

    assertThatThrownBy(() -> journey.execute(window))
        .isInstanceOf(PatientWindows.SentInTimeComesFirst.class);
    assertThat(journey.over()).isFalse();
    journey.execute(sent).runJobs();

    assertThat(journey.ends())
        .contains("EndEvent_CredentialIssued")
        .doesNotContain("EndEvent_WindowEnded");
  }

  @Test
  void aFailedAwardIsTriedAgainAndTheWindowCannotTakeItBack() {
    Journey journey = evaluated(bought()).advance(ofDays(90).minusSeconds(1));
    fails("issueCredential");
    sat(journey);
    assertThatThrownBy(journey::runJobs).hasMessageContaining("issueCredential fails");
    assertThat(journey.jobs()).hasSize(1);

    steps.answer("issueCredential", execution -> {});
    journey.advance(ofDays(1));
    assertThat(journey.ends()).contains("EndEvent_CredentialIssued");
  }

  @Test
  void aHeldAwardWaitsPastTheWindowAndGoesOnWhenTheLastHoldIsClosed() {
    held(true);
    Journey journey = sat(evaluated(bought())).advance(ofDays(200));

    assertThat(journey.over()).isFalse();
    assertThat(journey.steps()).endsWith("lookForHolds").doesNotContain("issueCredential");
    assertThat(journey.jobs()).isEmpty();

    held(false);
    journey.signal("Message_HoldsClosed").runJobs();

    assertThat(journey.over()).isTrue();
    assertThat(journey.ends())
        .contains("EndEvent_CredentialIssued")
        .doesNotContain("EndEvent_WindowEnded");
    assertThat(journey.steps()).endsWith("lookForHolds", "issueCredential");
  }

  @Test
  void whatHoldsAgainBeforeTheAwardIsMadeIsSeen() {
    held(true);
    Journey journey = sat(evaluated(bought())).runJobs();
    journey.signal("Message_HoldsClosed").runJobs();

    assertThat(journey.over()).isFalse();
    assertThat(journey.steps()).endsWith("lookForHolds", "lookForHolds");
  }

  @Test
  void aResultThatIsNoAwardIsNotHeld() {
    rates(2.9);
    held(true);
    Journey journey = sat(evaluated(bought())).runJobs();

    assertThat(journey.ends()).contains("EndEvent_Unsuccessful");
    assertThat(journey.steps()).doesNotContain("lookForHolds");
  }

  @Test
  void aFailedAssessmentStandsEverybodyDownAtOnce() {
    scores(69);
    Journey journey = bought().nominate("ann").complete("Activity_NameEvaluators").runJobs();
    sat(journey);

    assertThat(journey.openTasks()).isEmpty();
    journey.runJobs();
    assertThat(journey.over()).isTrue();
    assertThat(journey.ends()).contains("EndEvent_AssessmentNotPassed", "EndEvent_Unsuccessful");
    assertThat(journey.variable("peerStandardMet")).isEqualTo("open");
    assertThat(journey.steps()).endsWith("recordUnsuccessful");
  }

  @Test
  void evaluationsBelowTheStandardWaitForTheAssessment() {
    rates(2.9);
    Journey journey = evaluated(bought()).runJobs();
    assertThat(journey.openTasks()).containsExactly("Activity_AcceptAgreement");

    sat(journey).runJobs();
    assertThat(journey.ends()).contains("EndEvent_Unsuccessful");
    assertThat(journey.variable("result")).isEqualTo("unsuccessful");
  }

  @Test
  void theWindowEndsAfter90DaysAndAllWorkWithIt() {
    Journey journey =
        bought().nominate("ann").complete("Activity_NameEvaluators").advance(ofDays(45));
    assertThat(reminders(journey)).isEqualTo(1);
    for (int day : List.of(15, 16, 7, 6)) {
      int before = reminders(journey);
      journey.advance(ofDays(day).minus(ofSeconds(1)));
      assertThat(reminders(journey)).isEqualTo(before);
      journey.advance(ofSeconds(1));
      assertThat(reminders(journey)).isEqualTo(before + 1);
    }
    journey.advance(ofDays(1).minus(ofSeconds(1)));
    assertThat(journey.over()).isFalse();
    journey.advance(ofSeconds(1));
    assertThat(journey.over()).isTrue();
    assertThat(journey.ends()).contains("EndEvent_WindowClosed", "EndEvent_WindowEnded");
    assertThat(journey.openTasks()).isEmpty();
    assertThat(journey.steps()).endsWith("closeEnrolment");
  }

  private static int reminders(Journey journey) {
    return Collections.frequency(journey.steps(), "remindCandidate");
  }

  @Test
  void aClosingThatFailedIsTriedAgainAMinuteLater() {
    fails("closeEnrolment");
    Journey journey = bought();

    assertThatThrownBy(() -> journey.advance(ofDays(90))).hasMessageContaining("fails");
    Job again =
        journey.jobs().stream().filter(job -> job.getExceptionMessage() != null).findAny().get();
    assertThat(again.getRetries()).isEqualTo(5);
    assertThat(Duration.between(ClockUtil.getCurrentTime().toInstant(), due(again)))
        .isEqualTo(Duration.ofMinutes(1));

    steps.answer("closeEnrolment", execution -> {});
    journey.advance(ofDays(1));
    assertThat(journey.ends()).contains("EndEvent_WindowEnded");
  }

  private void fails(String step) {
    steps.answer(
        step,
        execution -> {
          throw new IllegalStateException(step + " fails");
        });
  }

  private static Instant due(Job job) {
    return job.getDuedate().toInstant();
  }

  @Test
  void evidenceBetweenTwoRemindersIsDecidedAtOnceAndNobodyIsRemindedAfterwards() {
    Journey journey = evaluated(bought()).advance(ofDays(50));
    assertThat(reminders(journey)).isEqualTo(1);

    sat(journey).runJobs();

    assertThat(journey.ends()).contains("EndEvent_CredentialIssued");
    assertThat(journey.over()).isTrue();
  }

  @Test
  void daysAddedAfterTheLastReminderBringTheRemindersBack() {
    Journey journey = bought().advance(ofDays(89).plusHours(1));
    assertThat(reminders(journey)).isEqualTo(5);
    int added = 20;
    steps.answer("countDaysLeft", "daysLeft", added);
    steps.answer(
        "planReminder",
        run -> {
          int days = (Integer) run.getVariable("nextReminderDays");
          run.setVariable(
              "nextReminderAt", Journey.DAY_ONE.plus(ofDays(90 + added - days)).toString());
        });
    Iterator<Integer> left = List.of(14, 7, 1).iterator();
    steps.answer("remindCandidate", run -> run.setVariable("daysLeft", left.next()));
    Job window =
        journey.jobs().stream().max(java.util.Comparator.comparing(Job::getDuedate)).orElseThrow();
    PolicyEngine.engine()
        .getManagementService()
        .setJobDuedate(window.getId(), Date.from(Journey.DAY_ONE.plus(ofDays(90 + added))));
    journey.signal("Message_WindowMoved");

    assertThat(journey.variable("nextReminderDays")).isEqualTo(14);
    journey.advance(ofDays(7));
    assertThat(reminders(journey)).isEqualTo(6);
    journey.advance(ofDays(30));
    assertThat(journey.ends()).contains("EndEvent_WindowEnded");
  }

  @Test
  void aWithdrawnEnrolmentIsOverAtOnceWhateverIsOpen() {
    Journey journey =
        bought().nominate("ann").complete("Activity_NameEvaluators").advance(ofDays(50));
    journey.complete("Activity_AcceptAgreement", "Activity_CheckReadiness");
    journey.signal("Message_EnrolmentWithdrawn");

    assertThat(journey.over()).isTrue();
    assertThat(journey.ends())
        .contains("EndEvent_Withdrawn")
        .doesNotContain("EndEvent_WindowEnded");
    assertThat(journey.steps()).endsWith("recordWithdrawn");
  }

  @Test
  void aReversedPaymentEndsEvenAnAwardThatWaits() {
    held(true);
    Journey journey = sat(evaluated(bought())).runJobs();
    journey.signal("Message_PaymentReversed");

    assertThat(journey.over()).isTrue();
    assertThat(journey.ends())
        .contains("EndEvent_PaymentReversed")
        .doesNotContain("EndEvent_CredentialIssued");
    assertThat(journey.steps()).endsWith("recordReversed");
  }

  @Test
  void anIneligibleEnrolmentIsOverAtOnceWhateverIsOpen() {
    Journey journey = bought().complete("Activity_AcceptAgreement");
    journey.signal("Message_FoundIneligible");

    assertThat(journey.over()).isTrue();
    assertThat(journey.ends()).containsExactly("EndEvent_Ineligible");
    assertThat(journey.steps()).endsWith("recordIneligible");
  }

  @Test
  void aCancelledEnrolmentIsOverAtOnce() {
    Journey journey = bought().signal("Message_EnrolmentCancelled");

    assertThat(journey.over()).isTrue();
    assertThat(journey.ends()).containsExactly("EndEvent_Cancelled");
    assertThat(journey.steps()).containsExactly("recordCancelled");
  }

  @AfterAll
  static void everyNodeWasPassed() {
    everyNodeWasPassed("clinical-certificate");
  }
}
