package org.sonocert.assessment;

import static org.sonocert.core.PersonalData.ofEnrolments;

import java.util.List;
import org.sonocert.core.PersonalData;
import org.springframework.stereotype.Component;

/**
 * What somebody accepted, checked and answered. Scores and keys stay out: a result is passed or
 * not, and no item is reviewed (product rules, 4).
 */
@Component
class SittingsOfPerson implements PersonalData {

  @Override
  public List<Part> parts() {
    return List.of(
        ofEnrolments("acceptedAgreements", "t.text_version, t.accepted_at", "agreement_acceptance"),
        ofEnrolments(
            "acceptedTexts",
            "t.part, t.version, t.language, t.accepted_at",
            "agreement_accepted_text"),
        ofEnrolments("readinessChecks", "t.results, t.warnings, t.checked_at", "readiness_check"),
        ofEnrolments("sittings", "t.area, t.screen, t.started_at, t.finished_at", "sitting"),
        ofEnrolments("answers", "t.number, t.chosen, t.answered_at", "response"),
        ofEnrolments("assessmentResults", "t.passed, t.recorded_at", "assessment_result"),
        ofEnrolments("resultBands", "t.outcomes, t.band", "assessment_band"));
  }
}
