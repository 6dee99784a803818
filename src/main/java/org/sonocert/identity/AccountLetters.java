package org.sonocert.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.notification.Mail;
import org.sonocert.notification.Outbox;
import org.springframework.stereotype.Component;

/** Tells people by mail what happened to their account, in the caller's transaction. */
@Component
public class AccountLetters {
  private final Accounts accounts;
  private final Outbox outbox;

  AccountLetters(Accounts accounts, Outbox outbox) {
    this.accounts = accounts;
    this.outbox = outbox;
  }

  /**
   * Writes to the mailbox of a person that answers.
   *
   * @param more names and values in turn, for the template beside {@code name}
   */
  public void post(AccountId to, String kind, String... more) {
    Account account = accounts.get(to);
    postTo(account.mailbox(), account, kind, more);
  }

  /** Writes about an account to a mailbox that may be another one than its first. */
  public void postTo(String mailbox, Account account, String kind, String... more) {
    Map<String, String> model = new HashMap<>();
    model.put("name", account.givenName());
    for (int i = 0; i < more.length; i += 2) {
      model.put(more[i], more[i + 1]);
    }
    outbox.post(
        new Mail(kind, UUID.randomUUID().toString(), mailbox, account.locale(), model, null));
  }
}
