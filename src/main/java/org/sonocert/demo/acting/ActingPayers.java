package org.sonocert.demo.acting;

import java.util.List;
import java.util.Optional;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.payment.Charge;
import org.sonocert.payment.DemoCards;
import org.sonocert.payment.Intent;
import org.sonocert.payment.PaymentAttempts;
import org.sonocert.payment.Purchase;
import org.sonocert.payment.codes.workflow.Entered;
import org.sonocert.payment.codes.workflow.EnteringCodes;
import org.sonocert.payment.invoice.Invoice;
import org.sonocert.payment.invoice.Invoices;
import org.sonocert.payment.invoice.IssuingInvoices;
import org.sonocert.payment.workflow.PurchaseProcess;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Pays confirmed quotes by the demo's card or by an enrollment code. */
@Component
@Profile("demo")
public class ActingPayers {
  private static final String CARD = "4242 4242 4242 4242";
  private static final String DECLINED = "4000 0000 0000 0002";

  private final PaymentAttempts attempts;
  private final PurchaseProcess purchases;
  private final DemoCards cards;
  private final EnteringCodes codes;
  private final IssuingInvoices issuing;
  private final Invoices invoices;

  ActingPayers(
      PaymentAttempts attempts,
      PurchaseProcess purchases,
      DemoCards cards,
      EnteringCodes codes,
      IssuingInvoices issuing,
      Invoices invoices) {
    this.attempts = attempts;
    this.purchases = purchases;
    this.cards = cards;
    this.codes = codes;
    this.issuing = issuing;
    this.invoices = invoices;
  }

  /** Opens the card page: an attempt of this quote exists from then on. */
  public Intent begin(AccountId who, EnrolmentId id) {
    attempts.begin(who, id, "demo-card");
    return latest(who, id)
        .orElseThrow(
            () -> new Rejected(Rejection.conflict("no-attempt", "There is nothing to pay.")));
  }

  /** The attempt by card that was begun last. */
  public Optional<Intent> latest(AccountId who, EnrolmentId id) {
    return attempts.latest(who, id, cards.name());
  }

  /** The card company charges, and nobody tells us yet. */
  public Charge charge(Intent intent) {
    return cards.charge(String.valueOf(intent.reference()), CARD);
  }

  /** The card company declines. */
  public Purchase declined(Intent intent) {
    return purchases.confirm(intent, cards.charge(String.valueOf(intent.reference()), DECLINED));
  }

  /** We hear of the charge, however late and however often. */
  public Purchase told(Intent intent) {
    return purchases.confirm(intent);
  }

  /** Pays by card, from the click to the confirmation. */
  public Purchase byCard(AccountId who, EnrolmentId id) {
    Intent intent = begin(who, id);
    charge(intent);
    return told(intent);
  }

  /** Asks for an invoice in the place of a card. */
  public void askForInvoice(AccountId who, EnrolmentId id) {
    issuing.issue(who, id);
  }

  /** The invoice that was issued last. */
  public Optional<Invoice> invoice(EnrolmentId id) {
    return invoices.latest(id);
  }

  /** Enters codes; the answer tells of each what happened. */
  public List<Entered> enterCodes(AccountId who, String typed) {
    return codes.enter(who, typed, true, who.toString());
  }
}
