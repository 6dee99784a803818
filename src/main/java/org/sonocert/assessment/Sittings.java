package org.sonocert.assessment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of sittings with their answers, which are only ever added. */
@Repository
public class Sittings {
  private static final String WHOLE =
      """
      select s.*, e.state = 'active' as running, e.window_ends_at, p.stage, p.second,
             r.item_id, r.chosen
        from %s s
        join enrolment e on e.id = s.enrolment_id
        left join sitting_position p on p.sitting_id = s.id
        left join response r on r.sitting_id = s.id
      """;
  private static final String HOLDING =
      """
      (select t.* from sitting t join test_form_case c using (form_id, form_version)
        where t.candidate_id = ? and c.case_id = ? and c.case_version = ?
        order by t.finished_at is not null, t.started_at desc limit 1)
      """;

  private final JdbcClient db;

  Sittings(JdbcClient db) {
    this.db = db;
  }

  /** The sitting of an enrolment with its answers and its position, in one statement. */
  public Optional<Sitting> of(EnrolmentId enrolment) {
    return db.sql(WHOLE.formatted("sitting") + " where s.enrolment_id = ? order by r.number")
        .param(enrolment.value())
        .query(SittingRows::read);
  }

  /** The candidate's sitting whose test form holds the case, the running one before others. */
  public Optional<Sitting> holding(AccountId candidate, String caseId, int caseVersion) {
    return db.sql(WHOLE.formatted(HOLDING) + " order by r.number")
        .params(candidate.value(), caseId, caseVersion)
        .query(SittingRows::read);
  }

  /**
   * The candidate's own sitting.
   *
   * @throws Rejected NOT_FOUND when there is none or it is another person's
   */
  public Sitting ownedBy(AccountId candidate, EnrolmentId enrolment) {
    return of(enrolment)
        .filter(s -> s.candidate().equals(candidate))
        .orElseThrow(() -> new Rejected(Rejection.notFound("sitting")));
  }

  void open(Sitting s, String area, String screen) {
    db.sql(
            """
            insert into sitting (id, enrolment_id, candidate_id, area, form_id, form_version,
                                 cut_percent, screen, started_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(s.id(), s.enrolment().value(), s.candidate().value(), area)
        .param(s.form().name())
        .param(s.form().version())
        .param(s.cutPercent())
        .param(screen)
        .param(Timestamp.from(s.startedAt()))
        .update();
  }

  void add(Sitting s, int number, ClinicalCase of, String item, List<String> chosen, Instant at) {
    db.sql(
            """
            insert into response (sitting_id, item_id, enrolment_id, number, case_id,
                                  case_version, chosen, answered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(s.id(), item, s.enrolment().value(), number, of.id(), of.version())
        .param(chosen.toArray(String[]::new))
        .param(Timestamp.from(at))
        .update();
  }

  void finish(Sitting s, Instant at) {
    db.sql("update sitting set finished_at = ? where id = ? and finished_at is null")
        .params(Timestamp.from(at), s.id())
        .update();
  }

  /** Remembers where the candidate is; false when there is no such running sitting of theirs. */
  boolean remember(
      AccountId candidate, EnrolmentId enrolment, Sitting.Position at, Instant savedAt) {
    return db.sql(
                """
                insert into sitting_position as p (sitting_id, stage, second, saved_at)
                select s.id, ?, ?, ? from sitting s
                 where s.enrolment_id = ? and s.candidate_id = ? and s.finished_at is null
                on conflict (sitting_id) do update
                  set stage = excluded.stage, second = excluded.second, saved_at = excluded.saved_at
                """)
            .params(at.stage(), at.second(), Timestamp.from(savedAt))
            .params(enrolment.value(), candidate.value())
            .update()
        == 1;
  }
}
