package org.sonocert.auditing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looked at which enrolment: each look is kept for good, and everybody who looks sees it. */
@Component
public class Looks {
  private static final int SHOWN = 50;

  private final JdbcClient db;
  private final ReaderDatabase reader;
  private final ProgrammeClock clock;

  Looks(JdbcClient db, ReaderDatabase reader, ProgrammeClock clock) {
    this.db = db;
    this.reader = reader;
    this.clock = clock;
  }

  /** One look, by an account's id and not by a name. */
  public record Look(Instant at, UUID auditor) {}

  /** Keeps that somebody looks now; the reader's login could not write it. */
  void keep(AccountId auditor, EnrolmentId enrolment) {
    db.sql("insert into audit_look (id, looked_at, subject, auditor) values (?, ?, ?, ?)")
        .param(UUID.randomUUID())
        .param(Timestamp.from(clock.now()))
        .param(enrolment.value())
        .param(auditor.value())
        .update();
  }

  /** The last ones, newest first. */
  List<Look> of(EnrolmentId enrolment) {
    return reader
        .db()
        .sql(
            "select looked_at, auditor from app.audit_look where subject = ?"
                + " order by looked_at desc limit ?")
        .params(enrolment.value(), SHOWN)
        .query((row, n) -> new Look(row.getTimestamp(1).toInstant(), row.getObject(2, UUID.class)))
        .list();
  }
}
