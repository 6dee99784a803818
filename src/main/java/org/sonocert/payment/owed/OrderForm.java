package org.sonocert.payment.owed;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Prices;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.notification.MailAddress;
import org.sonocert.payment.Money;

/**
 * What a manager typed to order a refund that the programme owes.
 *
 * @param id of the form, so that one that was sent twice is one order
 * @param reference of the payment, or what the transfer said
 * @param payerEmail needed only where we do not know who paid
 * @param amount needed only for money at the bank that is no payment of ours, USD
 */
public record OrderForm(
    String id, String reference, String reason, String note, String payerEmail, String amount) {
  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_REFERENCE = 100;

  public OrderForm {
    reference = text(reference);
    reason = text(reason);
    note = text(note);
    payerEmail = text(payerEmail);
    amount = text(amount);
  }

  /** An empty one. */
  public static OrderForm fresh() {
    return new OrderForm(UUID.randomUUID().toString(), "", "", "", "", "");
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  UUID uuid() {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new Rejected(Rejection.notFound("form"));
    }
  }

  OwedRefund.Reason reasonGiven() {
    try {
      return OwedRefund.Reason.of(reason);
    } catch (IllegalArgumentException e) {
      throw refused("owed-reason", "Please choose one of the reasons.");
    }
  }

  String noteGiven() {
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      throw refused(
          "owed-note", "Please say in a sentence what happened, for whoever approves it.");
    }
    return note;
  }

  String referenceGiven() {
    if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE) {
      throw refused(
          "owed-reference",
          "Please give the payment's reference: of the card company, of the invoice, or of the"
              + " enrolment.");
    }
    return reference;
  }

  String address() {
    if (payerEmail.isEmpty()) {
      throw refused(
          "owed-payer", "We do not know who paid this. Please type the payer's mail address.");
    }
    return MailAddress.single(payerEmail);
  }

  /** The amount of a transfer that we have not booked; null when none was typed. */
  @Nullable Money transfer() {
    if (amount.isEmpty()) {
      return null;
    }
    if (!amount.matches("\\d{1,7}([.]\\d{1,2})?") || new BigDecimal(amount).signum() == 0) {
      throw refused(
          "owed-amount", "The amount is in USD, with at most two digits after the point.");
    }
    return new Money(new BigDecimal(amount).movePointRight(2).longValueExact(), Prices.CURRENCY);
  }

  static Rejected refused(String code, String reason) {
    return new Rejected(Rejection.invalid(code, reason));
  }
}
