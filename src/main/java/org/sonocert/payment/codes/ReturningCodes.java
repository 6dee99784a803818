package org.sonocert.payment.codes;

import java.time.Instant;
import java.util.Map;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.enrolment.EnrolmentEnded;
import org.sonocert.enrolment.EnrolmentState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Codes that come back with an enrolment's end, in the transaction that ends it: a used one when
 * the enrolment was cancelled, a reserved one whenever the application leads to no purchase.
 */
@Component
class ReturningCodes {
  private final EnrollmentCodes codes;
  private final CodeTerms terms;
  private final AuditTrail audit;

  ReturningCodes(EnrollmentCodes codes, CodeTerms terms, AuditTrail audit) {
    this.codes = codes;
    this.terms = terms;
    this.audit = audit;
  }

  @EventListener
  void on(EnrolmentEnded ended) {
    if (ended.end() == EnrolmentState.CANCELLED) {
      Instant until = ended.endedAt().plus(terms.returned(ended.endedAt()));
      codes
          .giveBack(ended.enrolment(), ended.endedAt(), until)
          .ifPresent(e -> note(ended, "code-returned", e));
    }
    if (ended.end() == EnrolmentState.APPLICATION_ENDED) {
      codes.release(ended.enrolment()).ifPresent(e -> note(ended, "code-released", e));
    }
  }

  private void note(EnrolmentEnded ended, String type, String ending) {
    audit.note(ended.enrolment(), new Change(type, Map.of("ending", ending)));
  }
}
