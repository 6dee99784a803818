package org.sonocert.application;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a waiver rests on, and what was decided about it. */
@Repository
public class Waivers {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  Waivers(JdbcClient db, AuditTrail audit, ProgrammeClock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the candidate names: an examination or a credential, with its number and date. */
  public record Evidence(
      String route,
      @Nullable String examinationDate,
      @Nullable String examinationReference,
      @Nullable String credentialName,
      @Nullable String credentialNumber,
      @Nullable String credentialUntil) {}

  /** What the checker compares with the rule; empty when no waiver was asked for. */
  public Optional<Evidence> evidence(EnrolmentId enrolment) {
    return db.sql("select * from v_application_waiver where enrolment_id = ?")
        .param(enrolment.value())
        .query(
            (row, n) ->
                new Evidence(
                    row.getString("route"),
                    row.getString("examination_date"),
                    row.getString("examination_reference"),
                    row.getString("credential_name"),
                    row.getString("credential_number"),
                    row.getString("credential_until")))
        .optional();
  }

  /** Keeps the decision, once. */
  void decide(EnrolmentId enrolment, boolean granted, String reason, AccountId by, long release) {
    db.sql("insert into waiver_decision values (?, ?, ?, ?, ?, ?)")
        .param(enrolment.value())
        .param(granted)
        .param(reason)
        .param(by.value())
        .param(release)
        .param(Timestamp.from(clock.now()))
        .update();
    audit.note(
        enrolment, new Change("waiver-decided", Map.of("granted", granted, "reason", reason)));
  }

  /**
   * The reason for which the waiver was refused.
   *
   * @throws IllegalStateException when it was granted, or not decided yet
   */
  public String refusal(EnrolmentId enrolment) {
    return db.sql("select reason from waiver_decision where enrolment_id = ? and not granted")
        .param(enrolment.value())
        .query(String.class)
        .optional()
        .orElseThrow(
            () -> new IllegalStateException("No waiver was refused to enrolment " + enrolment));
  }
}
