package org.sonocert.payment.codes;

import java.time.Instant;
import java.util.Map;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.EnrolmentEnded;
import org.sonocert.enrolment.EnrolmentState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Codes that come back with an enrolment's end, in the transaction that ends it: a used one when
 * the enrolment was cancelled, a reserved one whenever the application leads to no purchase.
 */
@Component
public class ReturningCodes {
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
      giveBack(ended.enrolment(), ended.endedAt());
    }
    if (ended.end() == EnrolmentState.APPLICATION_ENDED) {
      codes.release(ended.enrolment()).ifPresent(e -> note(ended.enrolment(), "code-released", e));
    }
  }

  /** Gives a used code back to its package; without one nothing happens. */
  public void giveBack(EnrolmentId id, Instant at) {
    Instant until = at.plus(terms.returned(at));
    codes.giveBack(id, at, until).ifPresent(ending -> note(id, "code-returned", ending));
  }

  private void note(EnrolmentId id, String type, String ending) {
    audit.note(id, new Change(type, Map.of("ending", ending)));
  }
}
