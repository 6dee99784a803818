package org.sonocert.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExceptionRequestProcessTest extends ProcessTest {

  @BeforeEach
  void aDay() {
    steps.answer("computeDueDate", "dueAt", "2027-01-06T09:00:00Z");
  }

  private static Journey asked() {
    return Journey.start("exception-request", Map.of("exceptionId", "one"));
  }

  @Test
  void whatIsAskedForWaitsForTheGroupOfTheTable() {
    Journey journey = asked().advance(Duration.ofDays(400));

    assertThat(journey.openTasks()).containsExactly("Activity_DecideException");
    assertThat(journey.variable("reviewerGroup")).isEqualTo("programme-manager");
    assertThat(journey.variable("businessDays")).isEqualTo(2);
  }

  @Test
  void grantedAddsTheDays() {
    Journey journey =
        asked().complete("Activity_DecideException", Map.of("exceptionGranted", true));

    assertThat(journey.ends()).containsExactly("EndEvent_DaysAdded");
    assertThat(journey.steps()).endsWith("addDays");
  }

  @Test
  void refusedIsKept() {
    Journey journey =
        asked().complete("Activity_DecideException", Map.of("exceptionGranted", false));

    assertThat(journey.ends()).containsExactly("EndEvent_ExceptionRefused");
    assertThat(journey.steps()).endsWith("recordExceptionRefused");
  }

  @Test
  void withTheEnrolmentTheDecisionIsNoLongerNeeded() {
    Journey journey = asked().signal("Message_NothingToDecide");

    assertThat(journey.over()).isTrue();
    assertThat(journey.ends()).containsExactly("EndEvent_ExceptionLapsed");
    assertThat(journey.steps()).doesNotContain("addDays");
  }

  @AfterAll
  static void everyNodeWasPassed() {
    everyNodeWasPassed("exception-request");
  }
}
