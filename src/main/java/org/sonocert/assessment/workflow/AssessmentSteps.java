package org.sonocert.assessment.workflow;

import java.util.Objects;
import org.sonocert.assessment.ScoringSittings;
import org.sonocert.core.Step;
import org.sonocert.engine.StepContext;
import org.springframework.stereotype.Component;

/** What the diagram of the case-based assessment calls. */
@Component
class AssessmentSteps {
  private final ScoringSittings scoring;

  AssessmentSteps(ScoringSittings scoring) {
    this.scoring = scoring;
  }

  @Step(
      label = "Score sitting",
      writes = {"scorePercent", "cutPercent"},
      description =
          "Compares the final answers with the keys of the test form that was sat, pilot items"
              + " aside, and gives the score and the cut that was in force at the start, in whole"
              + " percent.")
  void scoreSitting(StepContext process) {
    ScoringSittings.Scored scored = scoring.score(process.enrolmentId());
    process.set("scorePercent", scored.score().percent());
    process.set("cutPercent", scored.cutPercent());
  }

  @Step(
      label = "Record assessment result",
      reads = {"assessmentPassed", "scorePercent", "reason"},
      description =
          "Keeps pass or unsuccessful with the reason that the table of the standard gave; nobody"
              + " can change it afterwards.")
  void recordAssessmentResult(StepContext process) {
    Number percent = Objects.requireNonNull(process.number("scorePercent"));
    scoring.record(
        process.enrolmentId(),
        process.flag("assessmentPassed"),
        percent.intValue(),
        Objects.requireNonNullElse(process.text("reason"), ""),
        process.release());
  }
}
