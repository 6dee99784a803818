package org.sonocert.payment;

import java.util.UUID;
import org.sonocert.core.ProgrammeClock;
import org.springframework.stereotype.Service;

/** Books enrollment codes as payments: of the quote's price, without a provider to ask. */
@Service
public class BookingCodes {
  /** The provider's name that such payments carry. */
  public static final String PROVIDER = "code";

  private final Payments payments;
  private final ProgrammeClock clock;

  BookingCodes(Payments payments, ProgrammeClock clock) {
    this.payments = payments;
    this.clock = clock;
  }

  /** Books a code for the quote, in the transaction that uses the code. */
  public void book(Quote quote, UUID code, String payer) {
    payments.captureAtOnce(
        quote, PROVIDER, code.toString(), "enrollment code of " + payer, clock.now());
  }
}
