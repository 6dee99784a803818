package org.sonocert.peerevaluation;

import java.sql.Timestamp;
import java.util.Map;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether the two evaluations meet the standard. Told to the candidate with the result only. */
@Repository
public class PeerResults {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  PeerResults(JdbcClient db, AuditTrail audit, ProgrammeClock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** Records the decision, once. */
  public void record(EnrolmentId enrolment, boolean met, String reason, long release) {
    db.sql("insert into peer_result values (?, ?, ?, ?, ?)")
        .params(enrolment.value(), met, reason, release, Timestamp.from(clock.now()))
        .update();
    audit.note(enrolment, new Change("peer-result-recorded", Map.of("met", met, "reason", reason)));
  }
}
