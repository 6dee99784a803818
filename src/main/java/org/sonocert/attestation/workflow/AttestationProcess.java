package org.sonocert.attestation.workflow;

import java.util.Map;
import org.sonocert.attestation.AttestationAudit;
import org.sonocert.attestation.AttestationAudits;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.DecisionHolds;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.HoldKind;
import org.springframework.stereotype.Service;

/**
 * How an audit begins and how it ends an enrolment. The row ends first, so that a trunk older than
 * this end is stopped as by a cancellation and nothing else differs. With an enrolment ends its
 * audit by the one message that tells everything beside it that nothing is left to decide.
 */
@Service
class AttestationProcess {
  private static final String PROCESS = "attestation-audit";

  /** One audit for each enrolment, so one name for its hold. */
  static final String HOLD = "audit";

  private final AttestationAudits audits;
  private final AttestationLetters letters;
  private final Enrolments enrolments;
  private final DecisionHolds holds;
  private final ProcessSignals signals;
  private final ReleaseView releases;
  private final ProgrammeClock clock;

  AttestationProcess(
      AttestationAudits audits,
      AttestationLetters letters,
      Enrolments enrolments,
      DecisionHolds holds,
      ProcessSignals signals,
      ReleaseView releases,
      ProgrammeClock clock) {
    this.audits = audits;
    this.letters = letters;
    this.enrolments = enrolments;
    this.holds = holds;
    this.signals = signals;
    this.releases = releases;
    this.clock = clock;
  }

  /** Starts the audit; an enrolment that ended in the same moment has nothing to audit. */
  void begin(EnrolmentId id, int answerDays, int firstReminderDays, int lastReminderDays) {
    Enrolment enrolment = enrolments.lock(id);
    Long release = enrolment.release();
    if (enrolment.state().ended() || release == null) {
      return;
    }
    signals.start(
        id,
        releases.holding(PROCESS, release, clock.now()),
        PROCESS,
        Map.of(
            "enrolmentId", id.toString(),
            "answerDays", answerDays,
            "firstReminderDays", firstReminderDays,
            "lastReminderDays", lastReminderDays));
  }

  /** Ends the enrolment for the reason of its audit; whether the assessment had been started. */
  boolean end(EnrolmentId id) {
    Enrolment enrolment = enrolments.lock(id);
    AttestationAudit.Result result = audits.of(id).map(AttestationAudit::result).orElseThrow();
    boolean started = enrolment.startedAt() != null;
    if (!enrolment.state().ended()) {
      enrolments.end(id, EnrolmentState.INELIGIBLE, clock.now(), result.reason());
      letters.ineligible(id, result.reason(), started);
      if (!signals.signal(id, "Message_FoundIneligible", Map.of())
          && !signals.signal(id, "Message_EnrolmentCancelled", Map.of())) {
        throw new IllegalStateException("No trunk of enrolment " + id + " can end as ineligible");
      }
    }
    holds.release(id, HoldKind.ATTESTATION_AUDIT, HOLD);
    return started;
  }
}
