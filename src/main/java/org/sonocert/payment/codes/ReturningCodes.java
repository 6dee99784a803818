package org.sonocert.payment.codes;

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
  private final HoldingCodes holding;
  private final CodeTerms terms;
  private final AuditTrail audit;

  ReturningCodes(EnrollmentCodes codes, HoldingCodes holding, CodeTerms terms, AuditTrail audit) {
    this.codes = codes;
    this.holding = holding;
    this.terms = terms;
    this.audit = audit;
  }

  @EventListener
  void on(EnrolmentEnded ended) {
    if (ended.end() == EnrolmentState.CANCELLED) {
      codes
          .giveBack(ended.enrolment(), ended.endedAt().plus(terms.returned(ended.endedAt())))
          .ifPresent(
              ending ->
                  audit.note(
                      ended.enrolment(), new Change("code-returned", Map.of("ending", ending))));
    }
    if (ended.end() == EnrolmentState.APPLICATION_ENDED) {
      holding.release(ended.enrolment(), "the application ended");
    }
  }
}
