package org.sonocert.peerevaluation.sealed;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.UUID;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.SealedBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals why somebody declined: the candidate learns only that they did. */
@Component
public class SealingDeclines {
  private final SealedBox box;
  private final String keyId;
  private final JdbcClient db;
  private final ProgrammeClock clock;

  SealingDeclines(SealKeys keys, JdbcClient db, ProgrammeClock clock) {
    this.box = new SealedBox(keys.derive("decline"));
    this.keyId = keys.id();
    this.db = db;
    this.clock = clock;
  }

  /** Keeps the reason, sealed. The caller notes the decline itself. */
  public void seal(EnrolmentId enrolment, UUID nominee, String reason) {
    byte[] sealed = box.seal("decline/" + nominee, reason.getBytes(StandardCharsets.UTF_8));
    db.sql("insert into sealed_decline values (?, ?, ?, ?, ?)")
        .params(nominee, enrolment.value(), keyId, sealed, Timestamp.from(clock.now()))
        .update();
  }
}
