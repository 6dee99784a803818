package org.sonocert.identity.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed what about whose account, and why. Written once and never changed. */
@Component
public class AccountChanges {
  private static final int SHOWN = 100;

  private final JdbcClient db;
  private final MachineClock clock;

  AccountChanges(JdbcClient db, MachineClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * One change.
   *
   * @param by name of who did it; empty when the person did it without being signed in
   * @param what key of its words, as the table allows
   * @param detail what exactly, for example the role's id
   */
  public record Change(String by, String what, String detail, String reason, Instant at) {}

  /**
   * Writes one down in the caller's transaction.
   *
   * @param by who did it; null for the person themselves by a mailed link
   */
  public void note(
      AccountId about, @Nullable AccountId by, String what, String detail, String reason) {
    db.sql(
            "insert into account_change (account_id, by_account, what, detail, reason, at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .param(about.value())
        .param(by == null ? null : by.value())
        .param(what)
        .param(detail)
        .param(reason)
        .param(Timestamp.from(clock.now()))
        .update();
  }

  /** The newest changes of an account, the newest first. */
  public List<Change> of(AccountId about) {
    return db.sql(
            """
            select coalesce(b.given_name || ' ' || b.family_name, '') as by_name,
                   c.what, c.detail, c.reason, c.at
              from account_change c left join account b on b.id = c.by_account
             where c.account_id = ? order by c.id desc limit ?
            """)
        .params(about.value(), SHOWN)
        .query(
            (row, n) ->
                new Change(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getTimestamp(5).toInstant()))
        .list();
  }
}
