package org.sonocert.payment.web;

import org.jspecify.annotations.Nullable;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Receipts;
import org.sonocert.payment.Quotes;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/** On the page of an enrolment: the way to the payment while one is due, the receipt afterwards. */
@Component
class PaymentPanel implements EnrolmentPanel {
  private static final int HIGH = 10;
  private static final int LOW = 90;

  private final Quotes quotes;
  private final Receipts receipts;
  private final ProgrammeClock clock;

  PaymentPanel(Quotes quotes, Receipts receipts, ProgrammeClock clock) {
    this.quotes = quotes;
    this.receipts = receipts;
    this.clock = clock;
  }

  @Override
  public @Nullable View of(Enrolment enrolment) {
    if (enrolment.state() == EnrolmentState.APPLYING) {
      return quotes
          .latest(enrolment.id())
          .filter(quote -> quote.validAt(clock.now()))
          .map(quote -> new View("payment/pay-panel", quote, HIGH))
          .orElse(null);
    }
    return receipts
        .of(enrolment.id())
        .map(receipt -> new View("payment/receipt-panel", receipt, LOW))
        .orElse(null);
  }
}
