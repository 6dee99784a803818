package org.sonocert.payment.owed;

import java.util.Locale;
import java.util.Map;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.notification.Mail;
import org.sonocert.notification.Outbox;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is written to whoever gets money back that the programme owed. */
@Component
class OwedLetters {
  private final Outbox outbox;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final MessageSource words;

  OwedLetters(
      Outbox outbox,
      Enrolments enrolments,
      Accounts accounts,
      Catalogue catalogue,
      MessageSource words) {
    this.outbox = outbox;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.words = words;
  }

  void returned(OwedRefund owed) {
    Locale locale = Locale.ENGLISH;
    String name = owed.payerEmail();
    String product = owed.reference();
    if (owed.enrolment() != null) {
      var enrolment = enrolments.get(owed.enrolment());
      if (enrolment.silent()) {
        return;
      }
      Account candidate = accounts.get(enrolment.candidate());
      locale = candidate.locale();
      name = candidate.name();
      product = catalogue.nameOf(enrolment.product());
    }
    outbox.post(
        new Mail(
            "owed-refund-returned",
            owed.id().toString(),
            owed.payerEmail(),
            locale,
            Map.of(
                "name", name,
                "product", product,
                "price", owed.amount().inWords(locale),
                "instrument", owed.instrument(),
                "reason", words.getMessage("owed.reason." + owed.reason().word(), null, locale)),
            owed.enrolment()));
  }
}
