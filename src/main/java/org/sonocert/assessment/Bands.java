package org.sonocert.assessment;

import java.util.List;
import java.util.Map;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The bands of unsuccessful sittings; kept with the result and never changed. */
@Repository
public class Bands {
  private static final TypeReference<Map<String, Score.Share>> SHARES = new TypeReference<>() {};

  private final Banding banding;
  private final JdbcClient db;

  Bands(Banding banding, JdbcClient db) {
    this.banding = banding;
    this.db = db;
  }

  /**
   * The result of an enrolment's assessment as its candidate may see it.
   *
   * @param bands empty when it was passed, or nothing could be said
   */
  public record Seen(boolean passed, List<Band> bands) {}

  /** Keeps the bands of a sitting whose result is recorded in this transaction. */
  List<Band> keep(Sitting sitting, long release) {
    List<Band> bands = banding.of(release, shares(sitting), sitting.cutPercent());
    for (int n = 0; n < bands.size(); n++) {
      db.sql("insert into assessment_band values (?, ?, ?, ?, ?)")
          .params(sitting.id(), n + 1, sitting.enrolment().value())
          .param(bands.get(n).outcomes().toArray(String[]::new))
          .param(bands.get(n).word())
          .update();
    }
    return bands;
  }

  private Map<String, Score.Share> shares(Sitting sitting) {
    return JsonMapper.shared()
        .readValue(
            db.sql("select by_outcome::text from sitting_score where sitting_id = ?")
                .param(sitting.id())
                .query(String.class)
                .single(),
            SHARES);
  }

  /** Whether the enrolment's assessment was passed, and its bands; empty before a result. */
  public List<Seen> of(EnrolmentId enrolment) {
    return db.sql("select sitting_id, passed from assessment_result where enrolment_id = ?")
        .param(enrolment.value())
        .query((row, n) -> new Seen(row.getBoolean("passed"), bands(enrolment)))
        .list();
  }

  private List<Band> bands(EnrolmentId enrolment) {
    return db.sql(
            "select outcomes, band from assessment_band where enrolment_id = ? order by number")
        .param(enrolment.value())
        .query(
            (row, n) ->
                new Band(List.of((String[]) row.getArray("outcomes").getArray()), row.getString(2)))
        .list();
  }
}
