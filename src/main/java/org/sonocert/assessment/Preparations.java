package org.sonocert.assessment;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What comes before a first start: the readiness check, and that an agreement was accepted. */
@Repository
public class Preparations {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  Preparations(JdbcClient db, AuditTrail audit, ProgrammeClock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** Keeps how the candidate's device and room were; each point that was not met is a warning. */
  public void check(EnrolmentId enrolment, Map<String, String> results, List<String> warnings) {
    SortedMap<String, String> sorted = new TreeMap<>(results);
    db.sql(
            """
            insert into readiness_check (enrolment_id, results, warnings, checked_at)
            values (?, ?::jsonb, ?, ?)
            """)
        .params(enrolment.value(), JsonMapper.shared().writeValueAsString(sorted))
        .param(warnings.toArray(String[]::new))
        .param(Timestamp.from(clock.now()))
        .update();
    audit.note(
        enrolment,
        new Change("readiness-checked", Map.of("results", sorted, "warnings", warnings)));
  }

  /**
   * Makes sure that both are there.
   *
   * @throws Rejected CONFLICT when one is missing
   */
  void mustBeDone(EnrolmentId enrolment) {
    boolean[] done =
        db.sql(
                """
                select exists (select 1 from agreement_acceptance where enrolment_id = ?),
                       exists (select 1 from readiness_check where enrolment_id = ?)
                """)
            .params(enrolment.value(), enrolment.value())
            .query((row, n) -> new boolean[] {row.getBoolean(1), row.getBoolean(2)})
            .single();
    if (!done[0] || !done[1]) {
      String what = done[0] ? "check your readiness" : "accept the agreement";
      throw new Rejected(
          Rejection.conflict(
              "not-prepared",
              "Before you start, "
                  + what
                  + ". Nothing was started, and your right to a refund"
                  + " stays as it is."));
    }
  }
}
