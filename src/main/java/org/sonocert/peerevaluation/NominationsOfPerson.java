package org.sonocert.peerevaluation;

import static org.sonocert.core.PersonalData.ofEnrolments;

import java.util.List;
import org.sonocert.core.PersonalData;
import org.springframework.stereotype.Component;

/**
 * That and when somebody named evaluators. Who they are, and what they answered, belongs to them.
 */
@Component
class NominationsOfPerson implements PersonalData {

  @Override
  public List<Part> parts() {
    return List.of(
        ofEnrolments(
            "evaluatorsNamed",
            "t.relation, t.consent_at, t.named_at, t.state, t.invited_at",
            "nomination"));
  }
}
