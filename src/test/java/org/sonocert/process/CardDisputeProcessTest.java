package org.sonocert.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CardDisputeProcessTest extends ProcessTest {

  @BeforeEach
  void itIsOpen() {
    says("open", false);
    steps.answer("planDisputeAnswer", "dueAt", "2027-01-07T09:00:00Z");
  }

  private void says(String state, boolean awarded) {
    steps.answer(
        "readDispute",
        run -> run.setVariables(Map.of("disputeState", state, "alreadyAwarded", awarded)));
  }

  private static Journey disputed() {
    return Journey.start("card-dispute", Map.of("disputeId", "one"));
  }

  @Test
  void theDecisionIsHeldAndTheGroupOfTheTableAnswers() {
    Journey journey = disputed();

    assertThat(journey.openTasks()).containsExactly("Activity_AnswerDispute");
    assertThat(journey.variable("reviewerGroup")).isEqualTo("programme-manager");
    assertThat(journey.variable("businessDays")).isEqualTo(3);
    assertThat(journey.steps()).containsExactly("readDispute", "holdDecision", "planDisputeAnswer");
  }

  @Test
  void unansweredItRemindsOnceAfterTwoDaysAndTheTaskStays() {
    Journey journey = disputed().advance(Duration.ofDays(2).minusSeconds(1));
    assertThat(journey.steps()).doesNotContain("remindOfDispute");

    journey.advance(Duration.ofDays(30));
    assertThat(journey.steps()).containsOnlyOnce("remindOfDispute");
    assertThat(journey.openTasks()).containsExactly("Activity_AnswerDispute");
  }

  @Test
  void answeredItWaitsForTheCompanyAndRemindsNobody() {
    Journey journey = disputed().complete("Activity_AnswerDispute").advance(Duration.ofDays(90));

    assertThat(journey.over()).isFalse();
    assertThat(journey.openTasks()).isEmpty();
    assertThat(journey.steps()).doesNotContain("remindOfDispute");
  }

  @Test
  void wonReleasesTheDecision() {
    Journey journey = disputed().complete("Activity_AnswerDispute");
    says("won", false);
    journey.signal("Message_DisputeChanged");

    assertThat(journey.ends()).containsExactly("EndEvent_DisputeWon");
    assertThat(journey.steps()).endsWith("releaseDecision", "reinstateCredential");
  }

  @Test
  void decidedBeforeAnybodyAnsweredItTakesTheTaskAway() {
    Journey journey = disputed();
    says("lost", false);
    journey.signal("Message_DisputeChanged");

    assertThat(journey.over()).isTrue();
    assertThat(journey.ends()).containsExactly("EndEvent_DisputeLost");
    assertThat(journey.steps()).endsWith("reversePayment");
  }

  @Test
  void lostAfterTheAwardSuspends() {
    says("lost", true);
    Journey journey = disputed();

    assertThat(journey.ends()).containsExactly("EndEvent_CredentialSuspended");
    assertThat(journey.steps()).endsWith("suspendCredential").doesNotContain("reversePayment");
  }

  @Test
  void anInquiryThatBecomesADisputeIsAnsweredAnew() {
    Journey journey = disputed().complete("Activity_AnswerDispute");
    journey.signal("Message_DisputeChanged");

    assertThat(journey.openTasks()).containsExactly("Activity_AnswerDispute");
  }

  @AfterAll
  static void everyNodeWasPassed() {
    everyNodeWasPassed("card-dispute");
  }
}
