package org.sonocert.notification;

import java.time.Instant;
import org.sonocert.core.AfterRestore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mail that was not final when a backup was taken may have left since, whatever its kind: none of
 * it is sent without a person (INV-17).
 */
@Component
class HoldingMail implements AfterRestore {
  private final JdbcClient db;

  HoldingMail(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String what() {
    return "mails";
  }

  @Override
  public int hold(Instant restoredAt) {
    return db.sql(
            "update outbox set state = 'HELD', ambiguous = true, epoch = epoch + 1,"
                + " lease_until = null,"
                + " last_error = 'Under way when the backup was taken; it may have been sent since'"
                + " where state in ('PENDING','AMBIGUOUS') or state = 'STARTED'")
        .update();
  }
}
