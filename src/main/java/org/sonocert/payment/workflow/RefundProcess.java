package org.sonocert.payment.workflow;

import java.util.Map;
import java.util.Optional;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.MoneyGivenBack;
import org.sonocert.payment.refund.PaidMoney;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.refund.RefundRight;
import org.sonocert.payment.refund.Refunds;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * How a candidate asks to cancel, and how the process learns that the money is back. The
 * enrolment's lock is taken first, so that a request and a start of the assessment at the same
 * instant have one winner.
 */
@Service
public class RefundProcess {
  private static final String PROCESS = "refund";

  private final Enrolments enrolments;
  private final Refunds refunds;
  private final RefundRight right;
  private final ProcessSignals signals;
  private final ReleaseView releases;
  private final ProgrammeClock clock;
  private final Collisions collisions;

  RefundProcess(
      Enrolments enrolments,
      Refunds refunds,
      RefundRight right,
      ProcessSignals signals,
      ReleaseView releases,
      ProgrammeClock clock,
      Collisions collisions) {
    this.enrolments = enrolments;
    this.refunds = refunds;
    this.right = right;
    this.signals = signals;
    this.releases = releases;
    this.clock = clock;
    this.collisions = collisions;
  }

  /**
   * Asks to cancel the candidate's own enrolment; asked again, the first answer comes again.
   *
   * @throws Rejected NOT_FOUND when it is another person's, CONFLICT before the purchase, GONE with
   *     the table's reason when it has ended without such a request
   */
  public Refund ask(AccountId candidate, EnrolmentId id) {
    return collisions.retry(() -> answer(candidate, id));
  }

  private Refund answer(AccountId candidate, EnrolmentId id) {
    Enrolment enrolment = enrolments.lock(id);
    if (!enrolment.candidate().equals(candidate)) {
      throw new Rejected(Rejection.notFound("enrolment"));
    }
    Optional<Refund> before = refunds.of(id);
    if (before.isPresent()) {
      return before.get();
    }
    mustNotBeDisputed(id);
    long release = releases.holding(PROCESS, mustBeRunning(enrolment), clock.now());
    signals.start(id, release, PROCESS, Map.of("enrolmentId", id.toString()));
    return refunds.of(id).orElseThrow();
  }

  /** The same money would go back twice: once by us, and once by the card company. */
  private void mustNotBeDisputed(EnrolmentId id) {
    if (refunds.paid(id).filter(PaidMoney::disputed).isPresent()) {
      throw new Rejected(
          Rejection.conflict(
              "payment-disputed",
              "The card company is looking at this payment, because the holder of the card asked it"
                  + " for the money back. Until it has decided we can give nothing back ourselves."
                  + " Ask the holder of the card to withdraw the dispute, then cancel here."));
    }
  }

  /** The release that was bought. */
  private long mustBeRunning(Enrolment enrolment) {
    Long release = enrolment.release();
    if (release == null) {
      throw new Rejected(
          Rejection.conflict(
              "not-bought", "Nothing is paid yet, so an application is withdrawn, not cancelled."));
    }
    if (enrolment.state().ended()) {
      throw new Rejected(
          Rejection.gone(
              "enrolment-ended",
              right.of(enrolment).map(RefundRight.Right::reason).orElse("It has ended.")));
    }
    return release;
  }

  /** Money of another attempt, which opened nothing, is no matter of the refund. */
  @EventListener
  void on(MoneyGivenBack told) {
    refunds
        .of(told.enrolment())
        .map(Refund::returned)
        .filter(back -> back.paid().intent().equals(told.intent()))
        .ifPresent(back -> signals.signal(told.enrolment(), "Message_MoneyReturned", Map.of()));
  }
}
