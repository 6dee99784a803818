package org.sonocert.peerevaluation;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
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
    return !among(List.of(mailbox)).isEmpty();
  }

  /** Those of the mailboxes that asked not to be written to. */
  List<Mailbox> among(List<Mailbox> mailboxes) {
    List<byte[]> held =
        db.sql("select mailbox_hash from never_contact where mailbox_hash in (:hashes)")
            .param("hashes", mailboxes.stream().map(Mailbox::hash).toList())
            .query(byte[].class)
            .list();
    return mailboxes.stream()
        .filter(one -> held.stream().anyMatch(hash -> Arrays.equals(hash, one.hash())))
        .toList();
  }
}
