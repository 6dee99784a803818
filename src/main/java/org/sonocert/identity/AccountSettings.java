package org.sonocert.identity;

import java.util.Locale;
import org.sonocert.core.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person chooses for themselves and nobody else has to know. */
@Component
public class AccountSettings {
  private final JdbcClient db;

  AccountSettings(JdbcClient db) {
    this.db = db;
  }

  /** The language of mails and, from the next sign-in on, of pages: English unless Spanish. */
  @Transactional
  public void speak(AccountId id, Locale language) {
    db.sql("update account set locale = ? where id = ?")
        .params(language.getLanguage().equals("es") ? "es" : "en", id.value())
        .update();
  }
}
