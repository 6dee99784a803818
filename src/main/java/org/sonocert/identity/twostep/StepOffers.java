package org.sonocert.identity.twostep;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.identity.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Secrets that were shown and wait for their first code. Each belongs to the session that was shown
 * it, so that nobody sets up a secret which somebody else with the password has seen.
 */
@Repository
class StepOffers {
  /** How long a secret waits for its first code. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(30);

  private final JdbcClient db;
  private final StepKey key;
  private final MachineClock clock;

  StepOffers(JdbcClient db, StepKey key, MachineClock clock) {
    this.db = db;
    this.key = key;
    this.clock = clock;
  }

  /** What this session was shown and did not confirm yet. */
  Optional<byte[]> of(AccountId owner, String session) {
    return db.sql(
            "select sealed from second_step_offer"
                + " where account_id = ? and place = ? and offered_at > ?")
        .param(owner.value())
        .param(Token.hash(session))
        .param(Timestamp.from(clock.now().minus(GOOD_FOR)))
        .query((row, n) -> row.getBytes(1))
        .optional()
        .map(box -> key.open(owner, box));
  }

  /** Keeps a secret for this session, unless it has one; of two at once one stays. */
  void keep(AccountId owner, String session, byte[] secret) {
    db.sql(
            """
            insert into second_step_offer as o (account_id, place, key_id, sealed, offered_at)
            values (?, ?, ?, ?, ?)
            on conflict (account_id, place) do update
               set key_id = excluded.key_id, sealed = excluded.sealed,
                   offered_at = excluded.offered_at
             where o.offered_at <= ?
            """)
        .param(owner.value())
        .param(Token.hash(session))
        .param(key.id())
        .param(key.seal(owner, secret))
        .param(Timestamp.from(clock.now()))
        .param(Timestamp.from(clock.now().minus(GOOD_FOR)))
        .update();
  }

  /** All of a person, whichever session saw them. */
  void forget(AccountId owner) {
    db.sql("delete from second_step_offer where account_id = ?").param(owner.value()).update();
  }
}
