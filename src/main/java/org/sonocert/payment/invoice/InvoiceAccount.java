package org.sonocert.payment.invoice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where invoices are paid to, from {@code SONOCERT_INVOICE_ACCOUNT}; without it there are none. */
@Component
public class InvoiceAccount {
  private final String account;

  InvoiceAccount(@Value("${sonocert.invoice-account:}") String account) {
    this.account = account.strip();
  }

  /** Whether candidates may ask for an invoice. */
  public boolean offered() {
    return !account.isEmpty();
  }

  /** The bank account in words, as payers read it. */
  public String inWords() {
    return account;
  }
}
