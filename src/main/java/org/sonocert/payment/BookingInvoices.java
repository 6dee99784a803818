package org.sonocert.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.springframework.stereotype.Service;

/** Books invoices as payments: an attempt while they wait, a payment once they are paid. */
@Service
public class BookingInvoices {
  /** The provider's name that such payments carry. */
  public static final String PROVIDER = "invoice";

  private final Intents intents;
  private final IntentRows rows;
  private final Payments payments;
  private final ProgrammeClock clock;

  BookingInvoices(Intents intents, IntentRows rows, Payments payments, ProgrammeClock clock) {
    this.intents = intents;
    this.rows = rows;
    this.payments = payments;
    this.clock = clock;
  }

  /**
   * The attempt of a new invoice, in the transaction that issues it.
   *
   * @throws Rejected CONFLICT when the quote had an invoice, which was cancelled
   */
  public UUID begin(Quote quote, String number) {
    Intent intent = intents.of(quote, PROVIDER);
    if (intent.reference() != null) {
      throw new Rejected(
          Rejection.conflict(
              "invoice-cancelled",
              "The invoice for this price was cancelled. Pay in another way, or confirm price and"
                  + " rules again once this price has run out."));
    }
    intents.referTo(intent, number);
    return intent.id();
  }

  /**
   * Books a paid invoice for its locked enrolment.
   *
   * @param paidAt when the money came, which counts
   * @param payableUntil until when the invoice keeps its price
   * @return why nothing can be bought with it; empty when it is booked
   */
  public Optional<String> book(
      Enrolment enrolment, UUID intent, String instrument, Instant paidAt, Instant payableUntil) {
    IntentRows.WithQuote read = rows.findWithQuote(intent).orElseThrow();
    Quote quote = read.quote().keptUntil(payableUntil);
    var charge = new Charge(Charge.State.SUCCEEDED, quote.price(), instrument, null, paidAt);
    Optional<String> refused = PurchaseRule.returned(enrolment, quote, charge, clock.now());
    if (refused.isEmpty()) {
      String number = String.valueOf(read.intent().reference());
      payments.capture(read.intent(), number, charge, clock.now());
    }
    return refused;
  }

  /** Closes the attempt of an invoice that was cancelled. */
  public void cancel(UUID intent, String reason) {
    rows.find(intent).ifPresent(open -> intents.abandon(open, reason));
  }
}
