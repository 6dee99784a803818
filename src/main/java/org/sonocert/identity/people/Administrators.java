package org.sonocert.identity.people;

import org.sonocert.core.AccountId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes by administrators happen one after the other. Whoever waited is asked again whether they
 * still are one, and nobody changes their own account: of two who remove each other one wins and
 * one stays, so that there always is a last one.
 */
@Component
class Administrators {
  private static final String LOCK =
      "select 1 from (select pg_advisory_xact_lock(hashtextextended('administrators', 0))) as l";

  private final JdbcClient db;

  Administrators(JdbcClient db) {
    this.db = db;
  }

  /**
   * Waits for the others, in the caller's transaction.
   *
   * @throws Rejected NOT_FOUND when the person who acts is no administrator any more
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void take(AccountId acting) {
    db.sql(LOCK).query(Integer.class).single();
    if (!is(acting)) {
      throw new Rejected(Rejection.notFound("page"));
    }
  }

  /** Whether the account is an administrator who may sign in. */
  boolean is(AccountId id) {
    return db.sql(
            "select exists (select from account_role r join account a on a.id = r.account_id"
                + " where r.account_id = ? and r.role = 'administrator' and a.disabled_at is null)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }
}
