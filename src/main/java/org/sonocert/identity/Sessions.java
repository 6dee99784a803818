package org.sonocert.identity;

import java.time.Instant;
import org.sonocert.core.AccountId;
import org.sonocert.engine.clock.Housekeeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** The sessions of all nodes, in the database. */
@Component
class Sessions implements Housekeeping {
  private final JdbcClient db;
  private final JdbcIndexedSessionRepository repository;

  Sessions(JdbcClient db, JdbcIndexedSessionRepository repository) {
    this.db = db;
    this.repository = repository;
  }

  /** Signs a person out everywhere, in the caller's transaction. */
  void endAll(AccountId account) {
    db.sql("delete from spring_session where principal_name = ?")
        .param(account.toString())
        .update();
  }

  @Override
  public String name() {
    return "sessions-forgotten";
  }

  @Override
  public String schedule() {
    return "0 */5 * * * ?";
  }

  @Override
  public void run(Instant now) {
    repository.cleanUpExpiredSessions();
  }
}
