package org.sonocert.assessment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Scores a handed-in sitting from its stored answers, and keeps score and result for ever. */
@Service
public class ScoringSittings {
  private final Sittings sittings;
  private final TestForms forms;
  private final Bands bands;
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  ScoringSittings(
      Sittings sittings,
      TestForms forms,
      Bands bands,
      JdbcClient db,
      AuditTrail audit,
      ProgrammeClock clock) {
    this.sittings = sittings;
    this.forms = forms;
    this.bands = bands;
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** The score beside the cut that counts for it. */
  public record Scored(Score score, int cutPercent) {}

  /** Scores the enrolment's sitting against the keys of the test form that was sat. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Scored score(EnrolmentId enrolment) {
    Sitting sitting = sitting(enrolment);
    Map<String, Set<String>> answers = new HashMap<>();
    sitting.answers().forEach((item, chosen) -> answers.put(item, Set.copyOf(chosen)));
    Score score = Score.of(forms.keys(sitting.form()), answers);
    keep(sitting, score);
    audit.note(
        enrolment,
        new Change(
            "sitting-scored",
            Map.of(
                "form", sitting.form().name(),
                "formVersion", sitting.form().version(),
                "scoredItems", score.scoredItems(),
                "correctItems", score.correctItems(),
                "scorePercent", score.percent(),
                "cutPercent", sitting.cutPercent())));
    return new Scored(score, sitting.cutPercent());
  }

  /** Keeps what the policy's table decided about the score, and bands when it was not enough. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      EnrolmentId enrolment, boolean passed, int scorePercent, String reason, long release) {
    Instant now = clock.now();
    Sitting sitting = sitting(enrolment);
    db.sql(
            """
            insert into assessment_result (sitting_id, enrolment_id, passed, score_percent, reason,
                                           policy_release, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(sitting.id(), enrolment.value(), passed, scorePercent, reason, release)
        .param(Timestamp.from(now))
        .update();
    List<Map<String, Object>> told =
        passed
            ? List.of()
            : bands.keep(sitting, release).stream()
                .map(b -> Map.<String, Object>of("outcomes", b.outcomes(), "band", b.word()))
                .toList();
    audit.note(
        enrolment,
        new Change(
            "assessment-decided",
            Map.of("passed", passed, "reason", reason, "at", now.toString(), "bands", told)));
  }

  private Sitting sitting(EnrolmentId enrolment) {
    return sittings
        .of(enrolment)
        .orElseThrow(() -> new IllegalStateException("Enrolment " + enrolment + " has no sitting"));
  }

  private void keep(Sitting s, Score score) {
    db.sql(
            """
            insert into sitting_score (sitting_id, enrolment_id, form_id, form_version,
                scored_items, correct_items, score_percent, cut_percent, by_outcome, scored_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """)
        .params(s.id(), s.enrolment().value(), s.form().name(), s.form().version())
        .params(score.scoredItems(), score.correctItems(), score.percent(), s.cutPercent())
        .param(JsonMapper.shared().writeValueAsString(score.byOutcome()))
        .param(Timestamp.from(clock.now()))
        .update();
  }
}
