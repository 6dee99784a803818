package org.sonocert.identity;

import java.time.Instant;
import java.util.List;
import org.sonocert.core.AfterRestore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A mailed link that was open when a backup was taken may have been used since, and an old mail
 * must not open an account again: after a restore none of them is good, nobody is signed in, and an
 * authenticator that was only shown is not there. Whoever needs a link asks for another.
 */
@Component
class ForgettingLinks implements AfterRestore {
  private static final List<String> OPEN =
      List.of(
          "delete from password_reset where used_at is null",
          "delete from address_change where used_at is null",
          "delete from staff_invitation where used_at is null");

  private final JdbcClient db;

  ForgettingLinks(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String what() {
    return "sign-in-links-ended";
  }

  @Override
  public int hold(Instant restoredAt) {
    db.sql("delete from second_step_offer").update();
    db.sql("delete from spring_session").update();
    return OPEN.stream().mapToInt(sql -> db.sql(sql).update()).sum();
  }
}
