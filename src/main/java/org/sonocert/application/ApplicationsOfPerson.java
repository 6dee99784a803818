package org.sonocert.application;

import static org.sonocert.core.PersonalData.ofEnrolments;

import java.util.List;
import org.sonocert.core.PersonalData;
import org.springframework.stereotype.Component;

/**
 * What somebody stated when they applied, and what was answered; who checked a waiver stays out.
 */
@Component
class ApplicationsOfPerson implements PersonalData {

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "licences", "select country, number, first_seen_at from licence where account_id = ?"),
        ofEnrolments(
            "practice",
            "t.profession, t.profession_other, t.licence_number, t.licence_country, t.good_standing, t.practising, t.stated_at",
            "practice"),
        ofEnrolments(
            "fundamentals",
            "t.route, t.certificate_number, t.certificate_date, t.examination_date, t.examination_reference, t.credential_name, t.credential_number, t.credential_until, t.stated_at",
            "fundamentals"),
        ofEnrolments("waiverDecisions", "t.granted, t.reason, t.decided_at", "waiver_decision"),
        ofEnrolments(
            "caseAttestations",
            "t.area, t.cases, t.conditions, t.confirmed, t.attested_at",
            "case_attestation"),
        ofEnrolments("eligibilityFacts", "t.facts, t.gathered_at", "eligibility_facts"),
        ofEnrolments("acceptedRules", "t.accepted, t.accepted_at", "rules_acceptance"),
        ofEnrolments(
            "applicationOutcomes", "t.outcome, t.reason, t.recorded_at", "application_outcome"));
  }
}
