package org.sonocert.payment.web;

import org.jspecify.annotations.Nullable;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.payment.invoice.Invoice;
import org.sonocert.payment.invoice.Invoices;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/** On the page of an application: the invoice that waits to be paid. */
@Component
class InvoicePanel implements EnrolmentPanel {
  private static final int HIGH = 11;

  private final Invoices invoices;

  InvoicePanel(Invoices invoices) {
    this.invoices = invoices;
  }

  @Override
  public @Nullable View of(Enrolment enrolment) {
    if (enrolment.state() != EnrolmentState.APPLYING) {
      return null;
    }
    return invoices
        .latest(enrolment.id())
        .filter(Invoice::open)
        .map(invoice -> new View("payment/invoice-panel", invoice, HIGH))
        .orElse(null);
  }
}
