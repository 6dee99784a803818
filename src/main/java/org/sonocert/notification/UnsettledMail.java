package org.sonocert.notification;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mail that waits for an operator: it failed, or nobody knows whether it arrived. */
@Component
public class UnsettledMail {
  private final JdbcClient db;
  private final MachineClock machine;

  UnsettledMail(JdbcClient db, MachineClock machine) {
    this.db = db;
    this.machine = machine;
  }

  /** Rows of {@code v_notification_outbox} that failed or are held, oldest first. */
  public List<Map<String, Object>> list() {
    return db.sql(
            "select * from v_notification_outbox where state in ('FAILED','HELD')"
                + " order by created_at limit 200")
        .query()
        .listOfRows();
  }

  /** Sends it once more, with the same Message-ID. */
  @Transactional
  public void sendAgain(UUID id) {
    settled(
        db.sql(
                "update outbox set state = case when ambiguous then 'AMBIGUOUS' else 'PENDING' end,"
                    + " attempts = 0, next_attempt_at = ?"
                    + " where id = ? and state in ('FAILED','HELD')")
            .param(Timestamp.from(machine.now()))
            .param(id)
            .update());
  }

  /** The operator knows from elsewhere that it arrived. */
  @Transactional
  public void takeAsSent(UUID id) {
    settled(
        db.sql("update outbox set state = 'SENT', sent_at = ? where id = ? and state = 'HELD'")
            .param(Timestamp.from(machine.now()))
            .param(id)
            .update());
  }

  private static void settled(int rows) {
    if (rows == 0) {
      throw new Rejected(
          Rejection.conflict("mail-settled", "This mail does not wait for a decision any more."));
    }
  }
}
