package org.sonocert.payment;

import java.sql.Timestamp;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.MachineClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How often a provider was told to give money back. An attempt is committed before the call, so
 * that one whose answer was lost is seen; it is then repeated with the same key, which harms
 * nobody.
 */
@Repository
class Paybacks {
  private static final int LONGEST = 500;

  private final JdbcClient db;
  private final MachineClock clock;

  Paybacks(JdbcClient db, MachineClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Makes an attempt, outside any transaction.
   *
   * @return whether the money is back
   * @throws IllegalStateException inside a transaction
   */
  boolean attempt(UUID intent, BooleanSupplier call) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A provider is called inside a transaction");
    }
    begin(intent);
    try {
      boolean back = call.getAsBoolean();
      end(intent, back ? "given-back" : "waiting", null);
      return back;
    } catch (RuntimeException e) {
      end(intent, "failed", e.toString());
      throw e;
    }
  }

  private void begin(UUID intent) {
    db.sql(
            """
            insert into payback (intent_id, attempts, started_at, outcome) values (?, 1, ?, 'started')
            on conflict (intent_id) do update
              set attempts = payback.attempts + 1, started_at = excluded.started_at, ended_at = null,
                  outcome = 'started'
            """)
        .params(intent, now())
        .update();
  }

  private void end(UUID intent, String outcome, @Nullable String detail) {
    db.sql("update payback set ended_at = ?, outcome = ?, detail = ? where intent_id = ?")
        .param(now())
        .param(outcome)
        .param(detail == null ? null : detail.substring(0, Math.min(detail.length(), LONGEST)))
        .param(intent)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.now());
  }
}
