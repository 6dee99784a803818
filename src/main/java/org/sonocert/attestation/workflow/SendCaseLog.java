package org.sonocert.attestation.workflow;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.sonocert.attestation.AttestationAudits;
import org.sonocert.attestation.CaseLog;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Component;

/**
 * Takes the candidate's log of cases. It is sealed from the audit trail, where nothing can be taken
 * out again, because somebody may overlook what tells who a patient was.
 */
@Component
class SendCaseLog implements AnswerHandler {
  private final AttestationAudits audits;
  private final Enrolments enrolments;
  private final ProgrammeClock clock;

  SendCaseLog(AttestationAudits audits, Enrolments enrolments, ProgrammeClock clock) {
    this.audits = audits;
    this.enrolments = enrolments;
    this.clock = clock;
  }

  @Override
  public String formId() {
    return "send-case-log";
  }

  @Override
  public boolean sealed() {
    return true;
  }

  /** An award that waits for the audit may wait past the window's end. */
  @Override
  public boolean afterTheEnd() {
    return true;
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    Enrolment enrolment = enrolments.lock(submission.enrolment());
    if (!submission.yes("logDeidentified")) {
      throw new Rejected(
          Rejection.invalid(
              "log-not-attested",
              "Please confirm that the log holds nothing that could tell who a patient was."));
    }
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    audits.keep(
        enrolment.id(),
        CaseLog.read(submission.text("caseLog"), today),
        Objects.requireNonNull(submission.person()));
    return Map.of();
  }
}
