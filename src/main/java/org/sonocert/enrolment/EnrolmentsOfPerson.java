package org.sonocert.enrolment;

import static org.sonocert.core.PersonalData.ofEnrolments;

import java.util.List;
import org.sonocert.core.PersonalData;
import org.springframework.stereotype.Component;

/** The certifications of a person, their windows and what was agreed. */
@Component
class EnrolmentsOfPerson implements PersonalData {

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "enrolments",
            "select enrolment_id, product, state, opened_at, purchased_at, window_ends_at, started_at, ended_at, end_reason from enrolment where candidate_id = ?"),
        ofEnrolments(
            "windowChanges", "t.number, t.seconds, t.kind, t.reason, t.rule, t.at", "window_entry"),
        ofEnrolments("decisionHolds", "t.kind, t.opened_at, t.closed_at", "decision_hold"),
        ofEnrolments(
            "rulesReceipts",
            "t.amount_cents, t.currency, t.window_ends_at, t.rules, t.written_at",
            "rules_receipt"));
  }
}
