package org.sonocert.peerevaluation;

import java.sql.Timestamp;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mailboxes that asked never to be written to again. Kept for ever, as hashes. */
@Repository
class NeverContact {
  private final JdbcClient db;
  private final ProgrammeClock clock;

  NeverContact(JdbcClient db, ProgrammeClock clock) {
    this.db = db;
    this.clock = clock;
  }

  void add(Mailbox mailbox) {
    db.sql("insert into never_contact values (?, ?) on conflict do nothing")
        .params(mailbox.hash(), Timestamp.from(clock.now()))
        .update();
  }

  boolean holds(Mailbox mailbox) {
    return db.sql("select count(*) from never_contact where mailbox_hash = ?")
            .param(mailbox.hash())
            .query(Integer.class)
            .single()
        > 0;
  }
}
