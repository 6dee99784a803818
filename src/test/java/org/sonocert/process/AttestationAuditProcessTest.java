package org.sonocert.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttestationAuditProcessTest extends ProcessTest {

  @BeforeEach
  void dates() {
    steps.answer("computeDueDate", "dueAt", "2027-01-06T09:00:00Z");
    steps.answer(
        "askForCaseLog",
        step -> {
          step.setVariable("logDueAt", Journey.DAY_ONE.plus(Duration.ofDays(21)).toString());
          step.setVariable("firstReminderAt", Journey.DAY_ONE.plus(Duration.ofDays(10)).toString());
          step.setVariable("lastReminderAt", Journey.DAY_ONE.plus(Duration.ofDays(18)).toString());
        });
  }

  private static Journey drawn() {
    return Journey.start("attestation-audit", Map.of("answerDays", 21));
  }

  private static Journey sent() {
    return drawn().complete("Activity_SendCaseLog", Map.of());
  }

  @Test
  void theLogIsAwaitedForItsDaysWithTwoRemindersAndThenItEnds() {
    steps.answer("endAsIneligible", "assessmentStarted", true);
    Journey journey = drawn().advance(Duration.ofDays(20));
    assertThat(journey.openTasks()).containsExactly("Activity_SendCaseLog");
    assertThat(journey.steps())
        .containsExactly("askForCaseLog", "remindOfCaseLog", "remindOfCaseLog");

    journey.advance(Duration.ofDays(2));
    assertThat(journey.over()).isTrue();
    assertThat(journey.ends())
        .containsExactly("EndEvent_IneligibleAfterStart", "EndEvent_LogReminded");
    assertThat(journey.steps()).contains("recordNoCaseLog").doesNotContain("oweRefund");
  }

  @Test
  void aLogIsCheckedByTheGroupOfTheTableAndConfirmed() {
    Journey journey = sent();
    assertThat(journey.openTasks()).containsExactly("Activity_CheckCaseLog");
    assertThat(journey.variable("reviewerGroup")).isEqualTo("programme-manager");
    assertThat(journey.variable("businessDays")).isEqualTo(5);

    journey.complete("Activity_CheckCaseLog", Map.of("logConfirmed", true));
    assertThat(journey.ends()).containsExactly("EndEvent_AttestationConfirmed");
    assertThat(journey.steps()).endsWith("recordCaseLogConfirmed");
  }

  @Test
  void aRefutedLogBeforeTheStartOwesThePrice() {
    steps.answer("endAsIneligible", "assessmentStarted", false);
    Journey journey = sent().complete("Activity_CheckCaseLog", Map.of("logConfirmed", false));
    assertThat(journey.ends()).containsExactly("EndEvent_IneligibleAndPaidBack");
    assertThat(journey.steps()).endsWith("endAsIneligible", "oweRefund");
  }

  @Test
  void withTheEnrolmentNothingIsLeftToSendOrToCheck() {
    assertThat(drawn().signal("Message_NothingToDecide").ends())
        .containsExactly("EndEvent_AuditLapsed");
    assertThat(sent().signal("Message_NothingToDecide").ends())
        .containsExactly("EndEvent_AuditLapsed");
  }

  @AfterAll
  static void everyNodeWasPassed() {
    everyNodeWasPassed("attestation-audit");
  }
}
