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

/** Reads what a mail server's refusal means for the letter. */
final class SmtpAnswer {
  private SmtpAnswer() {}

  static NotDelivered of(MailException e) {
    Fate fate = Fate.LATER;
    Set<Throwable> seen = new HashSet<>();
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(e);
    while (!open.isEmpty()) {
      Throwable t = open.pop();
      if (seen.add(t)) {
        Fate found = fate(t);
        fate = found.ordinal() > fate.ordinal() ? found : fate;
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

  private static Fate fate(Throwable t) {
    if (t instanceof SMTPSendFailedException sent) {
      boolean afterLastByte = ".".equals(sent.getCommand());
      return sent.getReturnCode() < 0 && afterLastByte
          ? Fate.UNCERTAIN
          : code(sent.getReturnCode());
    }
    if (t instanceof SMTPAddressFailedException address) {
      return code(address.getReturnCode());
    }
    return t instanceof SMTPSenderFailedException sender
        ? code(sender.getReturnCode())
        : Fate.LATER;
  }

  private static Fate code(int answer) {
    return answer >= 500 && answer < 600 ? Fate.REFUSED : Fate.LATER;
  }
}
