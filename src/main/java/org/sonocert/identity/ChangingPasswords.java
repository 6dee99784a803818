package org.sonocert.identity;

import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.identity.people.AccountChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's password becomes another one; all devices but the one that asks are signed out. */
@Component
public class ChangingPasswords {
  private final JdbcClient db;
  private final OpeningAccounts opening;
  private final Sessions sessions;
  private final AccountChanges changes;
  private final AccountLetters letters;

  ChangingPasswords(
      JdbcClient db,
      OpeningAccounts opening,
      Sessions sessions,
      AccountChanges changes,
      AccountLetters letters) {
    this.db = db;
    this.opening = opening;
    this.sessions = sessions;
    this.changes = changes;
    this.letters = letters;
  }

  /**
   * Sets a password that the rule has passed, from one of the person's own sessions. Mailed links
   * that would set another one are over.
   */
  @Transactional
  public void change(AccountId id, String password, String here) {
    sessions.endOthers(id, here);
    db.sql("delete from password_reset where account_id = ? and used_at is null")
        .param(id.value())
        .update();
    set(id, id, password);
  }

  /** Sets it in the caller's transaction and tells the person by mail. */
  void set(AccountId id, @Nullable AccountId by, String password) {
    db.sql("update account set password_hash = ? where id = ?")
        .param(opening.hash(password))
        .param(id.value())
        .update();
    changes.note(id, by, "password-changed", "", "");
    letters.post(id, "password-changed");
  }
}
