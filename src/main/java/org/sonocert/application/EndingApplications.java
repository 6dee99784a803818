package org.sonocert.application;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Ends applications that lead to no purchase, each with its reason. */
@Service
public class EndingApplications {
  private final JdbcClient db;
  private final Licences licences;
  private final Enrolments enrolments;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  EndingApplications(
      JdbcClient db,
      Licences licences,
      Enrolments enrolments,
      AuditTrail audit,
      ProgrammeClock clock) {
    this.db = db;
    this.licences = licences;
    this.enrolments = enrolments;
    this.audit = audit;
    this.clock = clock;
  }

  /** How an application can end without a purchase. */
  public enum Outcome {
    NOT_ELIGIBLE("not-eligible"),
    WAIVER_REFUSED("waiver-refused"),
    WITHDRAWN("withdrawn");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }
  }

  /** Keeps the outcome, frees the licence and ends the enrolment, in the running transaction. */
  public void end(EnrolmentId enrolment, Outcome outcome, String reason, long release) {
    Instant now = clock.now();
    enrolments.lock(enrolment);
    db.sql("insert into application_outcome values (?, ?, ?, ?, ?)")
        .params(enrolment.value(), outcome.word, reason, release, Timestamp.from(now))
        .update();
    audit.underRelease(enrolment, release);
    audit.note(
        enrolment,
        new Change("application-ended", Map.of("outcome", outcome.word, "reason", reason)));
    licences.release(enrolment);
    enrolments.end(enrolment, EnrolmentState.APPLICATION_ENDED, now, reason);
  }
}
