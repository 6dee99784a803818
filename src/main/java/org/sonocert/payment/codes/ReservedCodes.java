package org.sonocert.payment.codes;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.EnrolmentId;
import org.springframework.stereotype.Service;

/** Codes that are kept for applications: which can be used now, and which were kept too long. */
@Service
public class ReservedCodes {
  private static final Logger log = LoggerFactory.getLogger(ReservedCodes.class);

  private final CodeRows rows;
  private final HoldingCodes holding;
  private final CodeTerms terms;

  ReservedCodes(CodeRows rows, HoldingCodes holding, CodeTerms terms) {
    this.rows = rows;
    this.holding = holding;
    this.terms = terms;
  }

  /** Applications whose confirmed quote waits while they have a code reserved. */
  public List<EnrolmentId> waitingForUse() {
    return rows.waitingForUse();
  }

  /** Gives back what was kept too long, each in a transaction of its own. */
  public void releaseRunOut(Instant now) {
    for (EnrolmentId enrolment : rows.runOut(now.minus(terms.reserved(now)))) {
      try {
        holding.release(enrolment, "the reservation ran out");
      } catch (RuntimeException e) {
        log.warn("The reserved code of {} is released at the next round", enrolment, e);
      }
    }
  }
}
