package org.sonocert.notification;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.sonocert.notification.NotDelivered.Fate;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Reads what a mail server's refusal means for the letter. Where the server said nothing (it fell
 * silent, or the line broke), what counts is whether it had the whole letter by then.
 */
final class SmtpAnswer {
  private SmtpAnswer() {}

  /**
   * The fate of a letter.
   *
   * @param handedOver whether the letter was written to its last byte
   */
  static NotDelivered of(MailException e, boolean handedOver) {
    Set<Throwable> seen = new HashSet<>();
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(e);
    Fate fate = handedOver ? Fate.UNCERTAIN : Fate.LATER;
    while (!open.isEmpty()) {
      Throwable t = open.pop();
      if (seen.add(t)) {
        int answer = answer(t);
        if (answer > 0 && fate != Fate.REFUSED) {
          fate = answer >= 500 && answer < 600 ? Fate.REFUSED : Fate.LATER;
        }
        push(t, open);
      }
    }
    Throwable last = e.getMostSpecificCause();
    return new NotDelivered(fate, last.getClass().getSimpleName() + ": " + last.getMessage(), e);
  }

  private static void push(Throwable t, Deque<Throwable> open) {
    if (t.getCause() != null) {
      open.push(t.getCause());
    }
    if (t instanceof MailSendException many) {
      for (Exception each : many.getMessageExceptions()) {
        open.push(each);
      }
    }
    if (t instanceof MessagingException chained && chained.getNextException() != null) {
      open.push(chained.getNextException());
    }
  }

  /** The server's three digits, or a number below one when it gave none. */
  private static int answer(Throwable t) {
    if (t instanceof SMTPSendFailedException sent) {
      return sent.getReturnCode();
    }
    if (t instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    return t instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : 0;
  }
}
