package org.sonocert.credential;

import java.time.Instant;
import java.util.Map;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Account;
import org.sonocert.notification.Mail;
import org.sonocert.notification.Outbox;
import org.springframework.stereotype.Component;

/** Tells the holder of the award and of what was decided about it since. */
@Component
class AwardLetters {
  private final Outbox outbox;

  AwardLetters(Outbox outbox) {
    this.outbox = outbox;
  }

  void post(Credential credential, Account holder) {
    outbox.post(
        new Mail(
            "certificate-issued",
            credential.serial().text(),
            holder.mailbox(),
            holder.locale(),
            Map.of(
                "name", credential.holderName(),
                "scope", credential.scope(),
                "serial", credential.serial().text(),
                "validUntil", Moments.day(credential.validUntil(), holder.locale()),
                "link", "/me/" + credential.enrolment(),
                "verifyLink", "/verify/" + credential.serial()),
            credential.enrolment()));
  }

  /** Its credential was suspended, or is valid again. */
  void changed(
      Credential credential, CredentialState now, Account holder, String reference, Instant at) {
    outbox.post(
        new Mail(
            now == CredentialState.VALID ? "credential-reinstated" : "credential-suspended",
            credential.serial() + ":" + reference + ":" + at,
            holder.email(),
            holder.locale(),
            Map.of(
                "name", credential.holderName(),
                "scope", credential.scope(),
                "serial", credential.serial().text(),
                "link", "/me/" + credential.enrolment()),
            credential.enrolment()));
  }
}
