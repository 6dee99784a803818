package org.sonocert.notification;

import java.util.List;
import org.sonocert.core.PersonalData;
import org.springframework.stereotype.Component;

/** Which mails were written to a person; what stood in them lies in the mailbox. */
@Component
class MailsOfPerson implements PersonalData {

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "mails",
            "select kind, recipient, locale, state, created_at, sent_at from outbox where recipient in (select email from account where id = ?)"));
  }
}
