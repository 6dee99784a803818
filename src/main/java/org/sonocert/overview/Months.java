package org.sonocert.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What happened in each of the last twelve months, counted along indexes of dates: the cost follows
 * the year's enrolments and not the programme's age. Months are in UTC.
 */
@Service
public class Months {
  /** Months that are shown, this one included. */
  static final int SHOWN = 12;

  /** The steps of the way in their order: word, and where their dates stand. */
  private static final Map<String, String> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put("begun", "select opened_at at, enrolment_id from v_enrolment_overview");
    STEPS.put("eligible", "select eligible_at at, enrolment_id from v_application_eligible");
    STEPS.put("paid", "select purchased_at at, enrolment_id from v_enrolment_overview");
    STEPS.put("started", "select started_at at, enrolment_id from v_enrolment_overview");
    STEPS.put("evaluated", "select decided_at at, enrolment_id from v_peerevaluation_result");
    STEPS.put(
        "decided",
        "select ended_at at, enrolment_id from v_enrolment_overview"
            + " where state in ('certified', 'unsuccessful')");
  }

  static final String OUTCOMES =
      """
      select to_char(ended_at at time zone 'UTC', 'YYYY-MM'), product, state, count(*)
        from v_enrolment_overview
       where ended_at >= :since and ended_at < :until and purchased_at is not null
         and (:product = '' or product = :product)
       group by 1, 2, 3 order by 1 desc, 2, 3
      """;

  private final JdbcClient db;
  private final ProgrammeClock clock;

  Months(JdbcClient db, ProgrammeClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * One month.
   *
   * @param counts by the word of the step, in the order of the way
   */
  public record Month(String month, Map<String, Integer> counts) {}

  /** One line of the outcomes. */
  public record Outcome(String month, String product, String state, int count) {}

  /** Words of the steps, in their order. */
  public List<String> steps() {
    return List.copyOf(STEPS.keySet());
  }

  /** The way through the programme by month, oldest first; a month counts what happened in it. */
  public List<Month> way(String product) {
    Map<String, Map<String, Integer>> months = empty();
    ask(funnel(), product)
        .query(
            (row, n) -> {
              Map<String, Integer> month = months.getOrDefault(row.getString(2), new HashMap<>());
              month.put(row.getString(1), row.getInt(3));
              return month;
            })
        .list();
    List<Month> shown = new ArrayList<>();
    months.forEach((month, counts) -> shown.add(new Month(month, counts)));
    return shown;
  }

  /** How enrolments that were bought ended, by month and product, newest first. */
  public List<Outcome> outcomes(String product) {
    return ask(OUTCOMES, product).query(Months::outcome).list();
  }

  private JdbcClient.StatementSpec ask(String sql, String product) {
    YearMonth now = now();
    return db.sql(sql)
        .param("since", start(now.minusMonths(SHOWN - 1L)))
        .param("until", start(now.plusMonths(1)))
        .param("product", product);
  }

  /** One statement for all steps. */
  static String funnel() {
    List<String> parts = new ArrayList<>();
    STEPS.forEach(
        (word, dates) ->
            parts.add(
                """
                select '%s', to_char(s.at at time zone 'UTC', 'YYYY-MM'), count(*)
                  from (%s) s
                 where s.at >= :since and s.at < :until
                   and (:product = '' or exists (select 1 from v_enrolment_overview e
                         where e.enrolment_id = s.enrolment_id and e.product = :product))
                 group by 2
                """
                    .formatted(word, dates)));
    return String.join("union all\n", parts);
  }

  private Map<String, Map<String, Integer>> empty() {
    Map<String, Map<String, Integer>> months = new LinkedHashMap<>();
    for (int back = SHOWN - 1; back >= 0; back--) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      STEPS.keySet().forEach(step -> counts.put(step, 0));
      months.put(now().minusMonths(back).toString(), counts);
    }
    return months;
  }

  private YearMonth now() {
    return YearMonth.from(clock.now().atZone(ZoneOffset.UTC));
  }

  private static Timestamp start(YearMonth month) {
    Instant start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return Timestamp.from(start);
  }

  private static Outcome outcome(ResultSet row, int n) throws SQLException {
    return new Outcome(row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
  }
}
