package org.sonocert.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupportRequestProcessTest extends ProcessTest {
  private static final String DUE = "2027-01-06T09:00:00Z";

  @BeforeEach
  void aDay() {
    steps.answer("computeDueDate", "dueAt", DUE);
    steps.answer("readRequest", "requestKind", "more-time");
  }

  private Journey asked() {
    return Journey.start("support-request", Map.of("requestId", "one"));
  }

  @Test
  void aRequestIsConfirmedAtOnceAndWaitsForTheGroupOfTheTable() {
    Journey journey = asked();

    assertThat(journey.steps()).containsExactly("readRequest", "computeDueDate", "confirmRequest");
    assertThat(journey.variable("businessDays")).isEqualTo(2);
    assertThat(journey.variable("reviewerGroup")).isEqualTo("programme-manager");
    assertThat(journey.openTasks()).containsExactly("Activity_AnswerRequest");
    assertThat(journey.task("Activity_AnswerRequest").getDueDate())
        .isEqualTo(Date.from(Instant.parse(DUE)));
  }

  @Test
  void nothingButAnAnswerEndsIt() {
    Journey journey = asked().advance(Duration.ofDays(400));
    assertThat(journey.openTasks()).containsExactly("Activity_AnswerRequest");
    assertThat(journey.jobs()).isEmpty();

    journey.complete("Activity_AnswerRequest", Map.of("moreTimeAsked", false));
    assertThat(journey.ends()).containsExactly("EndEvent_RequestAnswered");
    assertThat(journey.steps()).endsWith("sendAnswer");
    assertThat(journey.over()).isTrue();
  }

  @Test
  void requestsOfOnePersonAreAnsweredEachByItself() {
    Journey first = asked();
    Journey second = asked();

    second.complete("Activity_AnswerRequest", Map.of("moreTimeAsked", false));
    assertThat(second.over()).isTrue();
    assertThat(first.openTasks()).containsExactly("Activity_AnswerRequest");
  }

  @Test
  void anAnswerWithDaysAsksForThemAfterItIsSent() {
    Journey journey = asked().complete("Activity_AnswerRequest", Map.of("moreTimeAsked", true));

    assertThat(journey.ends()).containsExactly("EndEvent_MoreTimeAsked");
    assertThat(journey.steps()).endsWith("sendAnswer", "askForMoreTime");
  }

  @Test
  void aReportedDeathIsConfirmedByAPersonBeforeAnythingIsWritten() {
    steps.answer("readRequest", "requestKind", "report-of-death");
    Journey journey = asked();
    assertThat(journey.openTasks()).containsExactly("Activity_ConfirmDeath");

    journey.complete("Activity_ConfirmDeath", Map.of("deathConfirmed", true));
    assertThat(journey.ends()).containsExactly("EndEvent_DeathRecorded");
    assertThat(journey.steps()).containsExactly("readRequest", "computeDueDate", "recordDeath");
  }

  @Test
  void aDeathThatIsNotCertainIsAnsweredLikeAnyRequest() {
    steps.answer("readRequest", "requestKind", "report-of-death");
    Journey journey = asked().complete("Activity_ConfirmDeath", Map.of("deathConfirmed", false));

    assertThat(journey.openTasks()).containsExactly("Activity_AnswerRequest");
    assertThat(journey.steps()).endsWith("confirmRequest");
  }

  @AfterAll
  static void everyNodeWasPassed() {
    everyNodeWasPassed("support-request");
  }
}
