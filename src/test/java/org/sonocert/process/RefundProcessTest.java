package org.sonocert.process;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundProcessTest extends ProcessTest {
  private static final String DUE = "2027-01-11T09:00:00Z";
  private static final String BY_HAND = "2027-01-08T09:00:00Z";

  private final Map<String, Object> facts = new HashMap<>();

  @BeforeEach
  void aCandidateWhoHasNotStarted() {
    facts.putAll(
        Map.of(
            "assessmentStarted", false,
            "windowOpen", true,
            "enrolmentRunning", true,
            "moneyToReturn", true));
    steps.answer("gatherRefundFacts", execution -> execution.setVariables(facts));
    steps.answer(
        "recordRefundGranted",
        execution -> execution.setVariables(Map.of("refundDueAt", DUE, "refundByHandAt", BY_HAND)));
  }

  private Journey asked() {
    return answered().runJobs();
  }

  private Journey answered() {
    return Journey.start("refund", Map.of());
  }

  @Test
  void aRequestInTimeIsAnsweredAtOnceAndEndsWhenTheMoneyIsBack() {
    Journey journey = answered();

    assertThat(journey.steps()).containsExactly("gatherRefundFacts", "recordRefundGranted");
    assertThat(journey.variable("returnWithinDays")).isEqualTo(5);
    assertThat(journey.variable("byHandAfterDays")).isEqualTo(4);

    journey.runJobs();
    assertThat(journey.steps()).endsWith("stopWork", "orderReturn");
    journey.signal("Message_MoneyReturned");
    assertThat(journey.ends()).containsExactly("EndEvent_MoneyReturned");
    assertThat(journey.steps()).endsWith("recordMoneyReturned");
    assertThat(journey.jobs()).isEmpty();
  }

  @Test
  void afterTheStartItIsRefusedWithTheRulesReason() {
    facts.put("assessmentStarted", true);
    Journey journey = asked();

    assertThat(journey.ends()).containsExactly("EndEvent_RefundRefused");
    assertThat(journey.steps()).containsExactly("gatherRefundFacts", "recordRefundRefused");
    assertThat(String.valueOf(journey.variable("reason"))).startsWith("You have started");
  }

  @Test
  void afterTheWindowItIsRefusedWithTheRulesReason() {
    facts.put("windowOpen", false);
    Journey journey = asked();

    assertThat(journey.ends()).containsExactly("EndEvent_RefundRefused");
    assertThat(String.valueOf(journey.variable("reason"))).startsWith("Your window has ended");
  }

  @Test
  void withoutMoneyNobodyWaitsForIt() {
    facts.put("moneyToReturn", false);
    Journey journey = asked();

    assertThat(journey.ends()).containsExactly("EndEvent_CancelledWithoutMoney");
    assertThat(journey.over()).isTrue();
  }

  @Test
  void moneyThatIsNotBackInTimeIsPaidByAPerson() {
    Journey journey = asked().advance(ofDays(4).minus(ofMinutes(1)));
    assertThat(journey.openTasks()).isEmpty();

    journey.advance(ofMinutes(2));
    assertThat(journey.openTasks()).containsExactly("Activity_PayBackByHand");
    assertThat(journey.variable("reviewerGroup")).isEqualTo("programme-manager");
    assertThat(journey.task("Activity_PayBackByHand").getDueDate())
        .isEqualTo(Date.from(Instant.parse(DUE)));

    journey.complete("Activity_PayBackByHand");
    assertThat(journey.ends()).containsExactly("EndEvent_MoneyReturnedByHand");
    assertThat(journey.steps())
        .containsExactly(
            "gatherRefundFacts",
            "recordRefundGranted",
            "stopWork",
            "orderReturn",
            "handOverRefund",
            "recordMoneyReturned");
  }

  @Test
  void moneyThatComesBackAfterAllTakesThePersonsTaskAway() {
    Journey journey = asked().advance(ofDays(5)).signal("Message_MoneyReturned");

    assertThat(journey.openTasks()).isEmpty();
    assertThat(journey.ends()).containsExactly("EndEvent_MoneyReturned");
    assertThat(journey.over()).isTrue();
  }

  @AfterAll
  static void everyNodeWasPassed() {
    everyNodeWasPassed("refund");
  }
}
