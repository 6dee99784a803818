package org.sonocert.credential;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the components published, from their views and nowhere else. */
@Component
class ReadingEvidence {
  private final JdbcClient db;

  ReadingEvidence(JdbcClient db) {
    this.db = db;
  }

  Evidence of(EnrolmentId enrolment) {
    return new Evidence(
        db.sql("select area, passed, evidence_at from v_assessment_result where enrolment_id = ?")
            .param(enrolment.value())
            .query(
                (row, n) ->
                    new Evidence.Assessed(
                        row.getString("area"),
                        row.getBoolean("passed"),
                        instant(row.getTimestamp("evidence_at"))))
            .list(),
        db.sql("select passed, evidence_at from v_peerevaluation_evidence where enrolment_id = ?")
            .param(enrolment.value())
            .query(
                (row, n) ->
                    new Evidence.Evaluated(
                        row.getBoolean("passed"), instant(row.getTimestamp("evidence_at"))))
            .list());
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
