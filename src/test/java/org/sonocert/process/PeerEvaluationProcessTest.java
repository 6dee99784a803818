package org.sonocert.process;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeerEvaluationProcessTest extends ProcessTest {

  @BeforeEach
  void twoGoodEvaluations() {
    steps.answer(
        "inviteEvaluator",
        execution -> {
          assertThat(execution.getVariable("lastReminderBefore")).isEqualTo("P10D");
          execution.setVariable(
              "evaluatorLastReminderAt", Journey.DAY_ONE.plus(ofDays(80)).toString());
        });
    countsAs("counted-first");
    steps.answer(
        "scorePeers",
        execution ->
            execution.setVariables(
                Map.of("peerMean", 3.0, "lowestImageQuality", 2, "ratedEvaluations", 2)));
  }

  private void countsAs(String outcome) {
    steps.answer("countEvaluation", "evaluationOutcome", outcome);
  }

  private static Journey named() {
    return Journey.start("peer-evaluation", Map.of())
        .nominate("ann")
        .nominate("ben")
        .complete("Activity_NameEvaluators")
        .runJobs();
  }

  @Test
  void twoNomineesRunSideBySideAndTheSecondEvaluationEndsIt() {
    Journey journey = named();
    assertThat(journey.openTasks())
        .containsExactly("Activity_GiveEvaluation", "Activity_GiveEvaluation");

    journey.completeFor("ben", "Activity_GiveEvaluation");
    assertThat(journey.ends())
        .containsExactly("EndEvent_EvaluatorsNamed", "EndEvent_FirstEvaluationIn");
    countsAs("counted-second");
    journey.completeFor("ann", "Activity_GiveEvaluation");

    assertThat(journey.over()).isTrue();
    assertThat(journey.ends()).contains("EndEvent_TwoEvaluationsIn", "EndEvent_PeerEvaluationDone");
    assertThat(journey.variable("peerStandardMet")).isEqualTo("met");
    assertThat(journey.steps())
        .containsExactly(
            "inviteEvaluator ann",
            "inviteEvaluator ben",
            "countEvaluation ben",
            "countEvaluation ann",
            "scorePeers",
            "recordPeerResult");
  }

  @Test
  void aThirdInvitationIsWithdrawnWhenTwoAreIn() {
    Journey journey = named().nominate("eve").runJobs();

    journey.completeFor("ann", "Activity_GiveEvaluation");
    countsAs("counted-second");
    journey.completeFor("ben", "Activity_GiveEvaluation");

    assertThat(journey.over()).isTrue();
    assertThat(journey.steps())
        .contains("inviteEvaluator eve")
        .doesNotContain("countEvaluation eve");
  }

  @Test
  void onlyWhoStoodDownIsReplaced() {
    Journey journey = named().standDown("ann");
    assertThat(journey.openTasks())
        .containsExactly("Activity_GiveEvaluation", "Activity_NameAnotherEvaluator");
    assertThat(journey.taskOf("ben", "Activity_GiveEvaluation")).isNotNull();

    journey.nominate("eve").complete("Activity_NameAnotherEvaluator").runJobs();
    assertThat(journey.taskOf("eve", "Activity_GiveEvaluation")).isNotNull();

    journey.completeFor("eve", "Activity_GiveEvaluation");
    countsAs("counted-second");
    journey.completeFor("ben", "Activity_GiveEvaluation");
    assertThat(journey.over()).isTrue();
    assertThat(journey.ends()).contains("EndEvent_ReplacementNamed", "EndEvent_PeerEvaluationDone");
  }

  @Test
  void anIncompleteEvaluationGoesBackToTheSamePerson() {
    Journey journey = named();
    countsAs("incomplete");
    journey.completeFor("ann", "Activity_GiveEvaluation");

    assertThat(journey.taskOf("ann", "Activity_GiveEvaluation")).isNotNull();
    assertThat(journey.steps()).endsWith("countEvaluation ann", "returnEvaluation ann");
    countsAs("counted-first");
    journey.completeFor("ann", "Activity_GiveEvaluation");
    assertThat(journey.ends()).contains("EndEvent_FirstEvaluationIn");
  }

  @Test
  void remindersComeOnDays7And14And21AndTenDaysBeforeTheEnd() {
    Journey journey = named();
    journey.completeFor("ben", "Activity_GiveEvaluation");
    int before = journey.steps().size();

    journey.advance(ofDays(6));
    assertThat(journey.steps()).hasSize(before);
    journey.advance(ofDays(1));
    assertThat(journey.steps()).hasSize(before + 1).endsWith("remindEvaluator ann");
    journey.advance(ofDays(72));
    assertThat(journey.steps()).hasSize(before + 3);
    journey.advance(ofDays(1));
    assertThat(journey.steps()).hasSize(before + 4);
    journey.advance(ofDays(100));
    assertThat(journey.steps()).hasSize(before + 4).doesNotContain("remindEvaluator ben");
    assertThat(journey.ends()).contains("EndEvent_EvaluatorReminded");
  }

  @Test
  void aRatingOf1ForImageQualityIsBelowTheStandardWhateverTheMeanIs() {
    steps.answer(
        "scorePeers",
        execution ->
            execution.setVariables(
                Map.of("peerMean", 3.9, "lowestImageQuality", 1, "ratedEvaluations", 2)));
    Journey journey = named();
    countsAs("counted-second");
    journey.completeFor("ann", "Activity_GiveEvaluation");

    assertThat(journey.variable("peerStandardMet")).isEqualTo("below");
  }

  @AfterAll
  static void everyNodeWasPassed() {
    everyNodeWasPassed("peer-evaluation");
  }
}
