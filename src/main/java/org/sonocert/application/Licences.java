package org.sonocert.application;

import java.sql.Timestamp;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose licence is whose: one person, one account. */
@Repository
class Licences {
  private final JdbcClient db;
  private final ProgrammeClock clock;

  Licences(JdbcClient db, ProgrammeClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Takes the licence for the account, or finds that it has it already.
   *
   * @throws Rejected CONFLICT when it belongs to another account
   */
  void take(Licence licence, AccountId account) {
    UUID holder =
        db.sql(
                """
                insert into licence as l (country, number, account_id, first_seen_at)
                values (?, ?, ?, ?)
                on conflict (country, number) do update set country = l.country
                returning account_id
                """)
            .params(
                licence.country(), licence.number(), account.value(), Timestamp.from(clock.now()))
            .query(UUID.class)
            .single();
    if (!holder.equals(account.value())) {
      throw new Rejected(
          Rejection.conflict(
              "licence-known",
              "This licence is registered with another account. Each person has one account:"
                  + " please sign in with that one, or ask the programme for help if the licence is"
                  + " yours alone."));
    }
  }
}
