package org.sonocert.payment.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.BookingInvoices;
import org.sonocert.payment.invoice.Invoice;
import org.sonocert.payment.invoice.Invoices;
import org.springframework.stereotype.Service;

/**
 * How an invoice ends: marked as paid it is a purchase at that instant, of the price that it kept;
 * cancelled it is nothing. One of several managers wins.
 */
@Service
public class SettlingInvoices {
  private static final String MESSAGE = "Message_PaymentConfirmed";

  private final Invoices invoices;
  private final BookingInvoices booking;
  private final Enrolments enrolments;
  private final CandidateLetters letters;
  private final ProcessSignals signals;
  private final Collisions collisions;
  private final ProgrammeClock clock;

  SettlingInvoices(
      Invoices invoices,
      BookingInvoices booking,
      Enrolments enrolments,
      CandidateLetters letters,
      ProcessSignals signals,
      Collisions collisions,
      ProgrammeClock clock) {
    this.invoices = invoices;
    this.booking = booking;
    this.enrolments = enrolments;
    this.letters = letters;
    this.signals = signals;
    this.collisions = collisions;
    this.clock = clock;
  }

  /**
   * Marks an invoice as paid, which opens its enrolment.
   *
   * @param reference of the money at the bank
   * @param paidOn the day on which it came, UTC
   * @throws Rejected CONFLICT with what to do when it was settled before, came late, or nothing is
   *     left to buy; INVALID for a day that cannot be
   */
  public void paid(AccountId manager, UUID id, String reference, LocalDate paidOn) {
    collisions.retry(() -> book(manager, id, reference, paidOn));
  }

  private Invoice book(AccountId manager, UUID id, String reference, LocalDate paidOn) {
    Invoice read = get(id);
    Enrolment enrolment = enrolments.lock(read.enrolment());
    possible(read, paidOn);
    Instant now = clock.now();
    Invoice paid =
        invoices.paid(id, manager, reference, paidOn, now).orElseThrow(SettlingInvoices::settled);
    Instant came = paidOn.atStartOfDay(ZoneOffset.UTC).toInstant();
    String instrument = "invoice " + paid.number() + ", " + reference;
    booking
        .book(enrolment, paid.intent(), instrument, came, paid.dueAt())
        .ifPresent(
            why -> {
              throw refused(why);
            });
    if (!signals.signal(enrolment.id(), MESSAGE, Map.of())) {
      throw refused("The application does not wait for a payment.");
    }
    return paid;
  }

  private void possible(Invoice invoice, LocalDate paidOn) {
    LocalDate issued = invoice.issuedAt().atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate today = clock.now().atZone(ZoneOffset.UTC).toLocalDate();
    if (paidOn.isBefore(issued) || paidOn.isAfter(today)) {
      throw new Rejected(
          Rejection.invalid(
              "paid-on",
              "The day is between " + issued + " (the invoice) and today, " + today + "."));
    }
  }

  private static Rejected refused(String why) {
    return new Rejected(
        Rejection.conflict(
            "invoice-not-payable",
            why
                + " Nothing was changed. If the money is here, cancel the invoice and order the"
                + " money back, as an unmatched payment."));
  }

  /**
   * Cancels an invoice and tells the candidate.
   *
   * @throws Rejected CONFLICT when it was settled before
   */
  public void cancel(AccountId manager, UUID id, String reason) {
    collisions.retry(
        () -> {
          enrolments.lock(get(id).enrolment());
          Invoice invoice =
              invoices
                  .cancel(id, manager, reason, clock.now())
                  .orElseThrow(SettlingInvoices::settled);
          booking.cancel(invoice.intent(), reason);
          letters.post(
              invoice.enrolment(),
              "invoice-cancelled",
              invoice.number(),
              Map.of("number", invoice.number(), "reason", reason));
          return invoice;
        });
  }

  private Invoice get(UUID id) {
    return invoices.find(id).orElseThrow(() -> new Rejected(Rejection.notFound("invoice")));
  }

  private static Rejected settled() {
    return new Rejected(
        Rejection.conflict(
            "invoice-settled", "This invoice was paid or cancelled before. Nothing was changed."));
  }
}
