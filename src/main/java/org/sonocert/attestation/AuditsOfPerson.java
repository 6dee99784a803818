package org.sonocert.attestation;

import static org.sonocert.core.PersonalData.ofEnrolments;

import java.util.List;
import org.sonocert.core.PersonalData;
import org.springframework.stereotype.Component;

/** What was asked of somebody about attested cases, what they sent, and what came of it. */
@Component
class AuditsOfPerson implements PersonalData {

  @Override
  public List<Part> parts() {
    return List.of(
        ofEnrolments("attestationLots", "t.lot, t.drawn_at", "attestation_lot"),
        ofEnrolments("attestationAudits", "t.asked_at, t.answer_by", "attestation_audit"),
        ofEnrolments("caseLogs", "t.body, t.sent_at", "case_log"),
        ofEnrolments(
            "attestationAuditResults",
            "t.outcome, t.reason, t.decided_at",
            "attestation_audit_result"));
  }
}
