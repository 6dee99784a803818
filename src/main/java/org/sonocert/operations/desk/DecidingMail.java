package org.sonocert.operations.desk;

import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.notification.UnsettledMail;
import org.sonocert.notification.UnsettledMail.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an operator decides about a mail that failed or may have arrived; each decision is kept with
 * its reason, for good (assurance, side effects).
 */
@Component
public class DecidingMail {
  private final JdbcClient db;
  private final UnsettledMail mails;
  private final Enrolments enrolments;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  DecidingMail(
      JdbcClient db,
      UnsettledMail mails,
      Enrolments enrolments,
      AuditTrail audit,
      ProgrammeClock clock) {
    this.db = db;
    this.mails = mails;
    this.enrolments = enrolments;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Decides about a mail. The same form again changes nothing.
   *
   * @param word the choice as the form says it
   * @param form key of the rendered form
   * @throws Rejected INVALID without choice or reason, CONFLICT when the mail does not wait any
   *     more or the choice is none for it
   */
  @Transactional
  public void decide(AccountId by, UUID mail, String word, String form, String typedReason) {
    UUID key = Reason.key(form);
    MailChoice choice = MailChoice.of(word);
    String reason = Reason.of(typedReason);
    Waiting waiting = mails.find(mail).orElse(null);
    EnrolmentId enrolment = waiting == null ? null : waiting.enrolment();
    if (enrolment != null) {
      enrolments.lock(enrolment);
    }
    if (known(key)) {
      return;
    }
    if (waiting == null || (choice == MailChoice.ARRIVED && !waiting.held())) {
      throw new Rejected(
          Rejection.conflict(
              "mail-settled", "This mail does not wait for that decision any more."));
    }
    keep(by, waiting, choice, key, reason);
    apply(choice, mail);
    if (enrolment != null) {
      audit.note(
          enrolment,
          new Change(
              "mail-decided",
              Map.of("kind", waiting.kind(), "choice", choice.word(), "reason", reason)));
    }
  }

  private void apply(MailChoice choice, UUID mail) {
    switch (choice) {
      case ARRIVED -> mails.takeAsSent(mail);
      case SEND_AGAIN -> mails.sendAgain(mail);
      case LEAVE -> mails.leave(mail);
    }
  }

  private boolean known(UUID key) {
    return db.sql("select 1 from mail_decision where id = ?")
        .param(key)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private void keep(AccountId by, Waiting mail, MailChoice choice, UUID key, String reason) {
    EnrolmentId enrolment = mail.enrolment();
    db.sql(
            """
            insert into mail_decision
              (id, outbox_id, enrolment_id, choice, reason, decided_by, decided_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(key)
        .param(mail.id())
        .param(enrolment == null ? null : enrolment.value())
        .param(choice.word())
        .param(reason)
        .param(by.value())
        .param(Timestamp.from(clock.now()))
        .update();
  }
}
