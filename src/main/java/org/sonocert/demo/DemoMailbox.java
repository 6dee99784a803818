package org.sonocert.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.notification.Letter;
import org.sonocert.notification.Relay;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stands where a relay would be: every mail of the demo lands here and leaves the machine never.
 */
@Component
@Profile("demo")
public class DemoMailbox implements Relay {
  private static final int SHOWN = 200;

  private final JdbcClient db;

  DemoMailbox(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void deliver(Letter letter) {
    db.sql(
            "insert into demo_mail (message_id, recipient, subject, body_text, body_html, sent_at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .param(letter.messageId())
        .param(letter.to().toLowerCase(Locale.ROOT))
        .param(letter.subject())
        .param(letter.text())
        .param(letter.html())
        .param(Timestamp.from(letter.date()))
        .update();
  }

  /** The newest mails to an address, to anybody when it is empty; newest first. */
  List<DeliveredMail> to(String address) {
    String recipient = address.strip().toLowerCase(Locale.ROOT);
    return db.sql(
            "select * from demo_mail where ? = '' or recipient = ? order by number desc limit ?")
        .param(recipient)
        .param(recipient)
        .param(SHOWN)
        .query(DemoMailbox::row)
        .list();
  }

  /** One mail. */
  DeliveredMail get(long number) {
    return db.sql("select * from demo_mail where number = ?")
        .param(number)
        .query(DemoMailbox::row)
        .optional()
        .orElseThrow(() -> new Rejected(Rejection.notFound("mail")));
  }

  private static DeliveredMail row(ResultSet row, int n) throws SQLException {
    return new DeliveredMail(
        row.getLong("number"),
        row.getString("message_id"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body_text"),
        row.getString("body_html"),
        row.getTimestamp("sent_at").toInstant());
  }
}
