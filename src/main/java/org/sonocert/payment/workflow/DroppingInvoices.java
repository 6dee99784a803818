package org.sonocert.payment.workflow;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.clock.Housekeeping;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.BookingInvoices;
import org.sonocert.payment.invoice.Invoice;
import org.sonocert.payment.invoice.Invoices;
import org.springframework.stereotype.Component;

/** Cancels invoices whose enrolment was paid otherwise, or came to nothing. */
@Component
class DroppingInvoices implements Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(DroppingInvoices.class);
  private static final String REASON = "Nothing is left to pay.";

  private final Invoices invoices;
  private final BookingInvoices booking;
  private final Enrolments enrolments;
  private final Collisions collisions;

  DroppingInvoices(
      Invoices invoices, BookingInvoices booking, Enrolments enrolments, Collisions collisions) {
    this.invoices = invoices;
    this.booking = booking;
    this.enrolments = enrolments;
    this.collisions = collisions;
  }

  @Override
  public String name() {
    return "pointless-invoices";
  }

  @Override
  public String schedule() {
    return "50 * * * * ?";
  }

  @Override
  public void run(Instant now) {
    for (Invoice invoice : invoices.pointless()) {
      try {
        collisions.retry(() -> drop(invoice, now));
      } catch (RuntimeException e) {
        log.warn("Invoice {} is dropped at the next round: {}", invoice.number(), e.toString());
      }
    }
  }

  private boolean drop(Invoice invoice, Instant now) {
    enrolments.lock(invoice.enrolment());
    boolean dropped = invoices.cancel(invoice.id(), null, REASON, now).isPresent();
    if (dropped) {
      booking.cancel(invoice.intent(), REASON);
    }
    return dropped;
  }
}
