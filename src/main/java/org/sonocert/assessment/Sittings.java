package org.sonocert.assessment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of sittings with their answers, which are only ever added. */
@Repository
public class Sittings {
  private final JdbcClient db;

  Sittings(JdbcClient db) {
    this.db = db;
  }

  /** The sitting of an enrolment with its answers and its position, in one statement. */
  public Optional<Sitting> of(EnrolmentId enrolment) {
    return db.sql(
            """
            select s.*, p.stage, p.second, r.item_id, r.chosen
              from sitting s
              left join sitting_position p on p.sitting_id = s.id
              left join response r on r.sitting_id = s.id
             where s.enrolment_id = ? order by r.number
            """)
        .param(enrolment.value())
        .query(Sittings::read);
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

  private static Optional<Sitting> read(ResultSet row) throws SQLException {
    if (!row.next()) {
      return Optional.empty();
    }
    Map<String, List<String>> answers = new LinkedHashMap<>();
    Sitting sitting = row(row, answers);
    do {
      Array chosen = row.getArray("chosen");
      if (chosen != null) {
        answers.put(row.getString("item_id"), List.of((String[]) chosen.getArray()));
      }
    } while (row.next());
    return Optional.of(sitting);
  }

  private static Sitting row(ResultSet row, Map<String, List<String>> answers) throws SQLException {
    Timestamp finished = row.getTimestamp("finished_at");
    return new Sitting(
        row.getObject("id", UUID.class),
        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
        new AccountId(row.getObject("candidate_id", UUID.class)),
        new TestForm.Id(row.getString("form_id"), row.getInt("form_version")),
        row.getInt("cut_percent"),
        row.getTimestamp("started_at").toInstant(),
        finished == null ? null : finished.toInstant(),
        answers,
        position(row));
  }

  private static Sitting.@Nullable Position position(ResultSet row) throws SQLException {
    int stage = row.getInt("stage");
    return row.wasNull() ? null : new Sitting.Position(stage, row.getDouble("second"));
  }
}
