package org.sonocert.attestation.workflow;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.sonocert.attestation.AttestationAudit;
import org.sonocert.attestation.AttestationAudits;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Letters to a candidate whose attestation was drawn for an audit. */
@Component
class AttestationLetters {
  private final CandidateLetters letters;
  private final AttestationAudits audits;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final MessageSource words;

  AttestationLetters(
      CandidateLetters letters,
      AttestationAudits audits,
      Enrolments enrolments,
      Accounts accounts,
      MessageSource words) {
    this.letters = letters;
    this.audits = audits;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.words = words;
  }

  void asked(EnrolmentId id, Instant due) {
    post(id, "case-log-asked", "", due);
  }

  void reminded(AttestationAudit audit, Instant now) {
    post(audit.enrolment(), "case-log-reminder", now.toString(), audit.answerBy());
  }

  void confirmed(EnrolmentId id) {
    letters.post(id, "attestation-confirmed", "", Map.of());
  }

  void ineligible(EnrolmentId id, String reason, boolean started) {
    Enrolment enrolment = enrolments.get(id);
    Account candidate = accounts.get(enrolment.candidate());
    String key = started ? "attestation.money.kept" : "attestation.money.back";
    letters.post(
        enrolment,
        candidate,
        "enrolment-ineligible",
        "",
        Map.of("reason", reason, "money", words.getMessage(key, null, candidate.locale())));
  }

  private void post(EnrolmentId id, String kind, String occasion, Instant due) {
    Enrolment enrolment = enrolments.get(id);
    Account candidate = accounts.get(enrolment.candidate());
    Locale locale = candidate.locale();
    letters.post(
        enrolment,
        candidate,
        kind,
        occasion,
        Map.of(
            "cases", Integer.toString(audits.attested(id)), "due", Moments.inWords(due, locale)));
  }
}
