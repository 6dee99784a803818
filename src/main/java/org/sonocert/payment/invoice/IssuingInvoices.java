package org.sonocert.payment.invoice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Decisions;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Accounts;
import org.sonocert.payment.BookingInvoices;
import org.sonocert.payment.PayableQuotes;
import org.sonocert.payment.Quote;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues invoices for quotes; how many days they can be paid stands in a table. */
@Service
public class IssuingInvoices {
  private static final String TABLE = "invoice-terms";

  private final Invoices invoices;
  private final InvoiceAccount account;
  private final PayableQuotes payable;
  private final BookingInvoices booking;
  private final Decisions decisions;
  private final CandidateLetters letters;
  private final Accounts accounts;
  private final ProgrammeClock clock;

  IssuingInvoices(
      Invoices invoices,
      InvoiceAccount account,
      PayableQuotes payable,
      BookingInvoices booking,
      Decisions decisions,
      CandidateLetters letters,
      Accounts accounts,
      ProgrammeClock clock) {
    this.invoices = invoices;
    this.account = account;
    this.payable = payable;
    this.booking = booking;
    this.decisions = decisions;
    this.letters = letters;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Issues an invoice for the candidate's own quote; while one is open, asked again that one
   * stands.
   *
   * @throws Rejected NOT_FOUND when this server has no invoices or the enrolment is somebody
   *     else's, CONFLICT when there is nothing to pay
   */
  @Transactional
  public void issue(AccountId candidate, EnrolmentId id) {
    if (!account.offered()) {
      throw new Rejected(Rejection.notFound("way to pay"));
    }
    Optional<Quote> quote = payable.of(candidate, id);
    if (quote.isEmpty() || invoices.latest(id).filter(Invoice::open).isPresent()) {
      return;
    }
    Instant now = clock.now();
    String number = invoices.nextNumber();
    var invoice =
        new Invoice(
            UUID.randomUUID(),
            number,
            id,
            booking.begin(quote.get(), number),
            quote.get().price(),
            now,
            due(quote.get(), now),
            Invoice.State.OPEN,
            null,
            null,
            null);
    invoices.add(invoice);
    tell(candidate, invoice);
  }

  /** The last instant of the last day. */
  private Instant due(Quote quote, Instant now) {
    return now.plus(Duration.ofDays(days(quote)))
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .minusMillis(1);
  }

  private long days(Quote quote) {
    Map<String, Object> terms;
    try {
      terms = decisions.evaluate(quote.release(), TABLE, Map.of("product", quote.product()));
    } catch (NoSuchElementException olderRules) {
      throw new Rejected(
          Rejection.conflict(
              "no-invoice-terms",
              "The rules of this price know no invoices. Please pay in another way."));
    }
    if (!(terms.get("days") instanceof Number days)) {
      throw new IllegalStateException("The table " + TABLE + " gives no days");
    }
    return days.longValue();
  }

  private void tell(AccountId candidate, Invoice invoice) {
    var locale = accounts.get(candidate).locale();
    letters.post(
        invoice.enrolment(),
        "invoice-issued",
        invoice.number(),
        Map.of(
            "number", invoice.number(),
            "price", invoice.amount().inWords(locale),
            "account", account.inWords(),
            "due", Moments.day(invoice.dueAt(), locale)));
  }
}
