package org.sonocert.attestation.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sonocert.attestation.AttestationAudit;
import org.sonocert.attestation.AttestationAudit.Outcome;
import org.sonocert.attestation.AttestationAudits;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Moments;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/** On the page of an enrolment whose attestation was drawn: how far its audit is. */
@Component
class AuditPanel implements EnrolmentPanel {
  private static final int BELOW_THE_WORK = 82;

  private final AttestationAudits audits;

  AuditPanel(AttestationAudits audits) {
    this.audits = audits;
  }

  /**
   * What the panel says.
   *
   * @param key of the sentence that says where it stands
   * @param ineligible whether it ended the enrolment
   */
  record Shown(AttestationAudit audit, String key, boolean ineligible, boolean started) {

    /** A day in the reader's language. */
    public String day(Instant at, Locale locale) {
      return Moments.day(at, locale);
    }
  }

  @Override
  public @Nullable View of(Enrolment enrolment) {
    if (enrolment.release() == null) {
      return null;
    }
    return audits
        .of(enrolment.id())
        .map(audit -> new View("attestation/panel", shown(audit, enrolment), BELOW_THE_WORK))
        .orElse(null);
  }

  private static Shown shown(AttestationAudit audit, Enrolment enrolment) {
    AttestationAudit.Result result = audit.result();
    boolean ineligible =
        result != null
            && (result.outcome() == Outcome.REFUTED || result.outcome() == Outcome.UNANSWERED);
    String open = audit.log() == null ? "asked" : "sent";
    String key = result == null ? open : result.outcome().word();
    return new Shown(audit, key, ineligible, enrolment.startedAt() != null);
  }
}
