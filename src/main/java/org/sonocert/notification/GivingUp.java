package org.sonocert.notification;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends a mail that will not arrive, and tells whoever acts on it in the same transaction. */
@Component
class GivingUp {
  private static final Logger log = LoggerFactory.getLogger(GivingUp.class);

  private final OutboxRows rows;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  GivingUp(OutboxRows rows, ApplicationEventPublisher events, TransactionTemplate transaction) {
    this.rows = rows;
    this.events = events;
    this.transaction = transaction;
  }

  /**
   * The mail has failed. When somebody cannot act on it now, it is tried again after the wait, and
   * they are told then.
   *
   * @param wait none after the last attempt, which ends the mail whatever comes
   */
  void failed(ClaimedMail mail, Instant now, String error, boolean refused, Duration wait) {
    try {
      transaction.executeWithoutResult(
          t -> rows.failed(mail, now, error, refused).ifPresent(events::publishEvent));
    } catch (RuntimeException e) {
      log.error("Mail {} has failed, and what follows from it could not be done", mail.id(), e);
      if (wait.isZero()) {
        rows.failed(mail, now, error, refused);
      } else {
        rows.later(mail, now.plus(wait), error);
      }
    }
  }
}
