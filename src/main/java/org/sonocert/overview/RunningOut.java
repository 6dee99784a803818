package org.sonocert.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.OpenWork;
import org.sonocert.enrolment.Windows;
import org.sonocert.overview.BoardFilter.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Whose window ends next and whom it waits for: a page of running enrolments along the index of
 * their ends, and the open tasks of that page; two statements, however many have ended before.
 */
@Service
public class RunningOut {
  /** Lines of a page. */
  static final int LINES = 25;

  private static final String WAITS =
      """
      exists (select 1 from v_engine_open_task t where t.enrolment_key = e.enrolment_id::text
               and t.group_id = '%s' and t.process <> all(:beside))
      """;

  private final JdbcClient db;
  private final OpenWork work;
  private final ReleaseView releases;
  private final ProgrammeClock clock;

  RunningOut(JdbcClient db, OpenWork work, ReleaseView releases, ProgrammeClock clock) {
    this.db = db;
    this.work = work;
    this.releases = releases;
    this.clock = clock;
  }

  /**
   * One running enrolment.
   *
   * @param blockers the open tasks on the way, oldest first; none while the next step is made
   */
  public record Line(
      EnrolmentId enrolment,
      String candidate,
      String product,
      Instant endsAt,
      int daysLeft,
      boolean started,
      List<TaskView> blockers) {

    /** Whom it waits for: the word of a turn. */
    public String waitsFor() {
      return turnOf(blockers).word();
    }
  }

  /** A page of the list, and whether another follows. */
  public record Listed(List<Line> lines, boolean more) {}

  /** The page that the filter asks for, fewest days first. */
  public Listed page(BoardFilter filter) {
    Instant now = clock.now();
    List<Line> found = bare(filter, now);
    boolean more = found.size() > LINES;
    List<Line> shown = more ? found.subList(0, LINES) : found;
    Map<EnrolmentId, List<TaskView>> open =
        work.of(shown.stream().map(Line::enrolment).toList()).stream()
            .collect(Collectors.groupingBy(TaskView::enrolment));
    return new Listed(shown.stream().map(line -> with(line, open)).toList(), more);
  }

  private static Line with(Line line, Map<EnrolmentId, List<TaskView>> open) {
    return new Line(
        line.enrolment(),
        line.candidate(),
        line.product(),
        line.endsAt(),
        line.daysLeft(),
        line.started(),
        open.getOrDefault(line.enrolment(), List.of()));
  }

  private List<Line> bare(BoardFilter filter, Instant now) {
    return db.sql(statement(filter))
        .param("until", Timestamp.from(until(filter, now)))
        .param("product", filter.product())
        .param("beside", beside(now))
        .param("skipped", (filter.page() - 1) * LINES)
        .query((row, n) -> line(row, now))
        .list();
  }

  String[] beside(Instant now) {
    return releases.beside(releases.inForce(now).number()).toArray(String[]::new);
  }

  private static Instant until(BoardFilter filter, Instant now) {
    return now.plus(Duration.ofDays(filter.within() == 0 ? 3660 : filter.within()));
  }

  /** Asks for one line more than a page, so that the next page is known without counting. */
  static String statement(BoardFilter filter) {
    return """
    select e.enrolment_id, n.name, e.product, e.window_ends_at, e.started_at is not null
      from v_enrolment_overview e join v_identity_name n on n.account_id = e.candidate_id
     where e.state = 'active' and e.window_ends_at <= :until
       and (:product = '' or e.product = :product) and %s
     order by e.window_ends_at limit %d offset :skipped
    """
        .formatted(waiting(filter.turn()), LINES + 1);
  }

  private static String waiting(Turn turn) {
    String candidate = WAITS.formatted("candidate");
    String evaluator = WAITS.formatted("evaluator");
    return switch (turn) {
      case ANYBODY -> ":beside is not null";
      case CANDIDATE -> candidate;
      case EVALUATOR -> "not " + candidate + " and " + evaluator;
      case PROGRAMME -> "not " + candidate + " and not " + evaluator;
    };
  }

  private static Line line(ResultSet row, Instant now) throws SQLException {
    Instant end = row.getTimestamp(4).toInstant();
    return new Line(
        new EnrolmentId(row.getObject(1, UUID.class)),
        row.getString(2),
        row.getString(3),
        end,
        Windows.daysLeft(now, end),
        row.getBoolean(5),
        List.of());
  }

  /** Whom open tasks wait for: the candidate before evaluators, and these before the programme. */
  static Turn turnOf(List<TaskView> open) {
    if (open.stream().anyMatch(task -> task.group().equals("candidate"))) {
      return Turn.CANDIDATE;
    }
    return open.stream().anyMatch(task -> task.group().equals("evaluator"))
        ? Turn.EVALUATOR
        : Turn.PROGRAMME;
  }
}
