package org.sonocert.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseAssessmentProcessTest extends ProcessTest {

  @ParameterizedTest
  @CsvSource({
    "70, 70, EndEvent_AssessmentPassed, true",
    "69, 70, EndEvent_AssessmentBelowStandard, false"
  })
  void thePassMarkItselfIsAPass(int score, int cut, String end, boolean passed) {
    steps.answer(
        "scoreSitting",
        execution -> execution.setVariables(Map.of("scorePercent", score, "cutPercent", cut)));

    Journey journey = Journey.start("case-assessment", Map.of("areaCode", "LNG"));
    assertThat(journey.openTasks()).containsExactly("Activity_AcceptAgreement");
    journey.complete("Activity_AcceptAgreement", "Activity_CheckReadiness", "Activity_SitCases");

    assertThat(journey.ends()).containsExactly(end);
    assertThat(journey.over()).isTrue();
    assertThat(journey.variable("assessmentPassed")).isEqualTo(passed);
    assertThat(journey.steps()).containsExactly("scoreSitting", "recordAssessmentResult");
  }

  @AfterAll
  static void everyNodeWasPassed() {
    everyNodeWasPassed("case-assessment");
  }
}
