package org.sonocert.payment.codes.workflow;

import java.util.Map;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.Quotes;
import org.sonocert.payment.codes.FoundCode;
import org.sonocert.payment.codes.HoldingCodes;
import org.springframework.stereotype.Service;

/**
 * How an enrollment code becomes a purchase: code, payment, window and trunk in one transaction. A
 * code that comes before there is a price to pay is reserved instead.
 */
@Service
public class RedeemingCodes {
  private static final String MESSAGE = "Message_PaymentConfirmed";

  private final HoldingCodes holding;
  private final Quotes quotes;
  private final Enrolments enrolments;
  private final ProcessSignals signals;
  private final Collisions collisions;
  private final ProgrammeClock clock;

  RedeemingCodes(
      HoldingCodes holding,
      Quotes quotes,
      Enrolments enrolments,
      ProcessSignals signals,
      Collisions collisions,
      ProgrammeClock clock) {
    this.holding = holding;
    this.quotes = quotes;
    this.enrolments = enrolments;
    this.signals = signals;
    this.collisions = collisions;
    this.clock = clock;
  }

  /**
   * Uses a code for the application in its product, or reserves it.
   *
   * @return whether the enrolment is open now; else the code is reserved
   * @throws Rejected CONFLICT when somebody was faster, or the application is over
   */
  boolean enter(FoundCode code, EnrolmentId id, boolean consent) {
    try {
      return collisions.retry(() -> useOrReserve(code, id, consent));
    } catch (NobodyWaits e) {
      return collisions.retry(() -> reserve(code, id, consent));
    }
  }

  /**
   * Uses the code that the candidate's own application has reserved.
   *
   * @throws Rejected NOT_FOUND when the enrolment is somebody else's
   */
  public void useReserved(AccountId candidate, EnrolmentId id) {
    enrolments.ownedBy(candidate, id);
    useReserved(id);
  }

  /** Uses what the application has reserved, if its quote waits; false when there was nothing. */
  boolean useReserved(EnrolmentId id) {
    try {
      return collisions.retry(
          () -> {
            boolean applying = enrolments.lock(id).state() == EnrolmentState.APPLYING;
            return applying
                && holding
                    .of(id)
                    .filter(h -> open(h.code(), h.ending(), id, h.consented()))
                    .isPresent();
          });
    } catch (NobodyWaits e) {
      return false;
    }
  }

  private boolean useOrReserve(FoundCode code, EnrolmentId id, boolean consent) {
    Enrolment enrolment = enrolments.lock(id);
    if (enrolment.state() != EnrolmentState.APPLYING) {
      throw new Rejected(CodeRefusals.over());
    }
    if (code.otherReserved() != null && payable(enrolment)) {
      holding.release(id, "another code was used");
    }
    if (open(code.id(), code.ending(), id, consent)) {
      return true;
    }
    if (payable(enrolment)) {
      throw new Rejected(CodeRefusals.taken(code.ending()));
    }
    return reserve(code, id, consent);
  }

  private boolean reserve(FoundCode code, EnrolmentId id, boolean consent) {
    Enrolment enrolment = enrolments.lock(id);
    if (enrolment.state() != EnrolmentState.APPLYING) {
      throw new Rejected(CodeRefusals.over());
    }
    if (code.own()) {
      return false;
    }
    if (code.otherReserved() != null) {
      throw new Rejected(CodeRefusals.otherReserved(code.otherReserved()));
    }
    if (!holding.reserve(code, id, consent)) {
      throw new Rejected(CodeRefusals.taken(code.ending()));
    }
    return false;
  }

  private boolean payable(Enrolment enrolment) {
    return quotes.latest(enrolment.id()).filter(q -> q.validAt(clock.now())).isPresent();
  }

  /** Uses the code if there is a quote that it can pay, and tells the process. */
  private boolean open(UUID code, String ending, EnrolmentId id, boolean consent) {
    if (!holding.use(code, ending, id, consent)) {
      return false;
    }
    if (!signals.signal(id, MESSAGE, Map.of())) {
      throw new NobodyWaits();
    }
    return true;
  }

  /** The process does not wait for a payment; all of it is rolled back. */
  private static final class NobodyWaits extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
