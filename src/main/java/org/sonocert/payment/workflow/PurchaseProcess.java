package org.sonocert.payment.workflow;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.payment.BookingPayments;
import org.sonocert.payment.BookingPayments.Booked;
import org.sonocert.payment.Charge;
import org.sonocert.payment.GivingBack;
import org.sonocert.payment.Intent;
import org.sonocert.payment.PaymentAttempts;
import org.sonocert.payment.Purchase;
import org.springframework.stereotype.Service;

/**
 * How a payment that a provider confirmed becomes a purchase: payment, window and trunk in one
 * transaction, or the money goes back.
 */
@Service
public class PurchaseProcess {
  private static final Logger log = LoggerFactory.getLogger(PurchaseProcess.class);
  private static final String MESSAGE = "Message_PaymentConfirmed";

  private final PaymentAttempts attempts;
  private final GivingBack givingBack;
  private final BookingPayments booking;
  private final ProcessSignals signals;
  private final Collisions collisions;

  PurchaseProcess(
      PaymentAttempts attempts,
      GivingBack givingBack,
      BookingPayments booking,
      ProcessSignals signals,
      Collisions collisions) {
    this.attempts = attempts;
    this.givingBack = givingBack;
    this.booking = booking;
    this.signals = signals;
    this.collisions = collisions;
  }

  /** Asks the provider what became of an attempt, and books it. */
  public Purchase confirm(Intent intent) {
    return intent.reference() == null
        ? new Purchase(Purchase.State.WAITING, "")
        : confirm(intent, attempts.lookup(intent));
  }

  /**
   * Books what the provider said of an attempt. However often it is told, there is one purchase,
   * and each call gets the first one's answer.
   */
  public Purchase confirm(Intent intent, Charge charge) {
    if (charge.state() == Charge.State.DECLINED) {
      return new Purchase(Purchase.State.DECLINED, String.valueOf(charge.declineReason()));
    }
    if (charge.state() != Charge.State.SUCCEEDED) {
      return new Purchase(Purchase.State.WAITING, "");
    }
    Purchase purchase = book(intent, charge);
    if (purchase.state() == Purchase.State.RETURNED) {
      giveBack(intent);
    }
    return purchase;
  }

  /** What fails now the minute's reconciliation tries again; the payer's answer stands. */
  private void giveBack(Intent intent) {
    try {
      givingBack.giveBack(intent.id());
    } catch (RuntimeException e) {
      log.warn("Payment {} is given back at the next round: {}", intent.id(), e.toString());
    }
  }

  private Purchase book(Intent intent, Charge charge) {
    EnrolmentId id = intent.enrolment();
    try {
      return collisions.retry(() -> bookAndOpen(intent, charge));
    } catch (NobodyWaits e) {
      String reason = "The application does not wait for this payment any more.";
      return collisions.retry(() -> booking.giveBack(id, intent.id(), charge, reason));
    } catch (Rejected e) {
      String reason = e.rejection().reason();
      return collisions.retry(() -> booking.giveBack(id, intent.id(), charge, reason));
    }
  }

  private Purchase bookAndOpen(Intent intent, Charge charge) {
    Booked booked = booking.book(intent.enrolment(), intent.id(), charge);
    if (booked.opensNow() && !signals.signal(intent.enrolment(), MESSAGE, Map.of())) {
      throw new NobodyWaits();
    }
    return booked.purchase();
  }

  /** The process does not wait for a payment any more; the booking is rolled back. */
  private static final class NobodyWaits extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
