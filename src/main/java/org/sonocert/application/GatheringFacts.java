package org.sonocert.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Reads the facts for the eligibility table, from our own tables and from published views. */
@Service
public class GatheringFacts {
  private static final String FACTS =
      """
      select p.profession, p.good_standing, p.practising, a.cases, a.confirmed,
             f.route = 'certificate' or coalesce(w.granted, false) as fundamentals_met,
             (select max(b.ended_at) from v_enrolment_waited_after b
               where b.candidate_id = e.candidate_id and b.product = e.product) as last_result,
             exists (select 1 from enrolment c
               where c.candidate_id = e.candidate_id and c.product = e.product and c.id <> e.id
                 and c.state in ('applying', 'active', 'deciding')) as active_elsewhere,
             (select max(v.valid_until) from v_credential_issued v
               where v.candidate_id = e.candidate_id and v.product = e.product
                 and v.state = 'valid' and v.valid_until > :now) as certified_until,
             k.release as kept_release, k.facts::text as kept_facts
        from enrolment e
        left join lateral (select release, facts from eligibility_facts l
                            where l.enrolment_id = e.id order by number desc limit 1) k on true
        left join practice p on p.enrolment_id = e.id
        left join fundamentals f on f.enrolment_id = e.id
        left join waiver_decision w on w.enrolment_id = e.id
        left join case_attestation a on a.enrolment_id = e.id
       where e.id = :enrolment
      """;

  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;
  private final JsonMapper json = JsonMapper.shared();

  GatheringFacts(JdbcClient db, AuditTrail audit, ProgrammeClock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The facts as they stand now, beside those that were kept last.
   *
   * @param keptUnder the release under which facts were kept; 0 when none were
   */
  public record Gathered(EligibilityFacts facts, long keptUnder, String kept) {}

  /** The facts as they stand now. */
  public EligibilityFacts read(EnrolmentId enrolment) {
    return gather(enrolment).facts();
  }

  /** The facts as they stand now, and what was kept before. */
  public Gathered gather(EnrolmentId enrolment) {
    Instant now = clock.now();
    return db.sql(FACTS)
        .param("enrolment", enrolment.value())
        .param("now", Timestamp.from(now))
        .query(
            (row, n) ->
                new Gathered(
                    facts(row, now),
                    row.getLong("kept_release"),
                    Objects.requireNonNullElse(row.getString("kept_facts"), "{}")))
        .single();
  }

  /** Whether nothing changed since the facts were kept under this release; the decision stands. */
  public boolean unchanged(Gathered gathered, long release) {
    return gathered.keptUnder() == release
        && json.readTree(gathered.kept())
            .equals(json.readTree(json.writeValueAsString(gathered.facts().named())));
  }

  /** Keeps the facts beside the release under which they are decided on. */
  public void keep(EnrolmentId enrolment, EligibilityFacts facts, long release) {
    Map<String, Object> named = facts.named();
    db.sql(
            """
            insert into eligibility_facts
            select ?, count(*) + 1, ?, ?::jsonb, ? from eligibility_facts where enrolment_id = ?
            """)
        .param(enrolment.value())
        .param(release)
        .param(json.writeValueAsString(named))
        .param(Timestamp.from(clock.now()))
        .param(enrolment.value())
        .update();
    audit.note(enrolment, new Change("eligibility-facts-gathered", named));
  }

  private static EligibilityFacts facts(ResultSet row, Instant now) throws SQLException {
    return new EligibilityFacts(
        "trainee".equals(row.getString("profession")),
        row.getBoolean("good_standing"),
        row.getBoolean("practising"),
        row.getBoolean("fundamentals_met"),
        row.getBoolean("active_elsewhere"),
        EligibilityFacts.monthsLeft(instant(row, "certified_until"), now),
        EligibilityFacts.daysSince(instant(row, "last_result"), now),
        row.getBoolean("confirmed"),
        row.getInt("cases"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
