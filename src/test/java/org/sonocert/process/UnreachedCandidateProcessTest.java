package org.sonocert.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnreachedCandidateProcessTest extends ProcessTest {
  private static final String TASK = "Activity_ReachCandidate";

  @BeforeEach
  void aDay() {
    steps.answer("computeDueDate", "dueAt", "2027-01-06T09:00:00Z");
  }

  private static Journey begun() {
    return Journey.start("unreached-candidate", Map.of());
  }

  @Test
  void theGroupOfTheTableLooksForTheCandidateAndStopsWhenReached() {
    Journey journey = begun();
    assertThat(journey.openTasks()).containsExactly(TASK);
    assertThat(journey.variable("reviewerGroup")).isEqualTo("programme-manager");
    assertThat(journey.variable("businessDays")).isEqualTo(2);

    journey.complete(TASK, Map.of("candidateReached", true));
    assertThat(journey.over()).isTrue();
    assertThat(journey.ends()).contains("EndEvent_CandidateReached");
  }

  @Test
  void whoIsNotReachedIsLookedForAgainThreeDaysLaterWithANewDay() {
    Journey journey = begun().complete(TASK, Map.of("candidateReached", false));
    assertThat(journey.openTasks()).isEmpty();
    assertThat(journey.advance(Duration.ofDays(3).minusMinutes(1)).openTasks()).isEmpty();
    assertThat(journey.advance(Duration.ofMinutes(2)).openTasks()).containsExactly(TASK);
    assertThat(journey.steps()).containsExactly("computeDueDate", "computeDueDate");
  }

  @Test
  void nobodyLooksAnyMoreWhetherTheTaskIsOpenOrComesAgain() {
    Journey open = begun().signal("Message_NobodyToReach");
    assertThat(open.ends()).containsExactly("EndEvent_NobodyToReach");

    Journey between =
        begun().complete(TASK, Map.of("candidateReached", false)).signal("Message_NobodyToReach");
    assertThat(between.over()).isTrue();
    assertThat(between.jobs()).isEmpty();
  }

  @AfterAll
  static void everyNodeWasPassed() {
    everyNodeWasPassed("unreached-candidate");
  }
}
