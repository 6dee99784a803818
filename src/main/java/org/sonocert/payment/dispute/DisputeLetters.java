package org.sonocert.payment.dispute;

import java.util.Map;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.Role;
import org.sonocert.notification.Mail;
import org.sonocert.notification.Outbox;
import org.springframework.stereotype.Component;

/** What is written because of a dispute: to managers who have not answered, and at its end. */
@Component
public class DisputeLetters {
  private final CandidateLetters letters;
  private final Outbox outbox;
  private final Accounts accounts;
  private final Enrolments enrolments;
  private final Catalogue catalogue;

  DisputeLetters(
      CandidateLetters letters,
      Outbox outbox,
      Accounts accounts,
      Enrolments enrolments,
      Catalogue catalogue) {
    this.letters = letters;
    this.outbox = outbox;
    this.accounts = accounts;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
  }

  /** Nobody has answered the card company yet. Who is about it stands on the page only. */
  public void remind(CardDispute dispute) {
    String product = catalogue.nameOf(enrolments.get(dispute.ofEnrolment()).product());
    for (Account manager : accounts.withRole(Role.PROGRAMME_MANAGER)) {
      String by =
          dispute.answerBy() == null ? "–" : Moments.inWords(dispute.answerBy(), manager.locale());
      outbox.post(
          new Mail(
              "dispute-waits",
              dispute.id() + ":" + dispute.phase().word() + ":" + manager.id(),
              manager.email(),
              manager.locale(),
              Map.of(
                  "name",
                  manager.name(),
                  "product",
                  product,
                  "price",
                  dispute.amount().inWords(manager.locale()),
                  "by",
                  by,
                  "link",
                  "/tasks"),
              dispute.enrolment()));
    }
  }

  /** The payment is reversed, and the enrolment has ended with it. */
  public void reversed(CardDispute dispute) {
    Account candidate = accounts.get(enrolments.get(dispute.ofEnrolment()).candidate());
    letters.post(
        dispute.ofEnrolment(),
        "payment-reversed",
        "",
        Map.of("price", dispute.amount().inWords(candidate.locale())));
  }
}
