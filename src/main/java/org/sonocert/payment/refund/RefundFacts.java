package org.sonocert.payment.refund;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;

/**
 * What the table of the refund right is asked with. Facts only: what follows from them stands in
 * the table.
 */
public record RefundFacts(
    boolean assessmentStarted,
    boolean windowOpen,
    boolean enrolmentRunning,
    boolean moneyToReturn) {

  /** The facts of an enrolment at an instant. */
  public static RefundFacts of(Enrolment enrolment, Optional<PaidMoney> money, Instant now) {
    Instant end = enrolment.windowEndsAt();
    return new RefundFacts(
        enrolment.startedAt() != null,
        end != null && !now.isAfter(end),
        enrolment.state() == EnrolmentState.ACTIVE || enrolment.state() == EnrolmentState.DECIDING,
        money.isPresent());
  }

  /** Each under the name that the table uses. */
  public Map<String, Object> named() {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("assessmentStarted", assessmentStarted);
    named.put("windowOpen", windowOpen);
    named.put("enrolmentRunning", enrolmentRunning);
    named.put("moneyToReturn", moneyToReturn);
    return named;
  }
}
