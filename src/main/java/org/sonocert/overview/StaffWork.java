package org.sonocert.overview;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What waits for the programme's own people: open tasks by group and age, and open exceptions. */
@Service
public class StaffWork {
  static final String TASKS =
      """
      select group_id, count(*), count(*) filter (where created_at > :day),
             count(*) filter (where created_at <= :day and created_at > :week),
             count(*) filter (where created_at <= :week), count(*) filter (where due_at < :now)
        from v_engine_open_task where group_id = any(:staff) group by 1 order by 1
      """;

  static final String EXCEPTIONS =
      """
      select t.task_id, x.enrolment_id, n.name, e.product, x.kind, x.seconds, a.name as asked_by,
             x.requested_at, e.window_ends_at
        from v_engine_open_task t
        join v_exceptions_all x on x.enrolment_id = t.enrolment_key::uuid and x.outcome is null
        join v_enrolment_overview e on e.enrolment_id = x.enrolment_id
        join v_identity_name n on n.account_id = e.candidate_id
        join v_identity_name a on a.account_id = x.requested_by
       where t.group_id = any(:staff) and t.process = 'exception-request'
         and t.task_id = (select min(o.task_id) from v_engine_open_task o
                           where o.enrolment_key = t.enrolment_key
                             and o.process = 'exception-request')
       order by x.requested_at limit 50
      """;

  private final JdbcClient db;
  private final ProgrammeClock clock;

  StaffWork(JdbcClient db, ProgrammeClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * The open tasks of a group.
   *
   * @param young not older than a day
   * @param middle older than a day, at most a week
   * @param old older than a week
   * @param overdue past their due day
   */
  public record Group(String group, int all, int young, int middle, int old, int overdue) {}

  /** An exception that waits for its second person. */
  public record Waiting(
      EnrolmentId enrolment,
      String candidate,
      String product,
      String kind,
      long days,
      String askedBy,
      Instant askedAt,
      @Nullable Instant windowEndsAt) {}

  /** The groups of staff that have open tasks. */
  public List<Group> groups() {
    Instant now = clock.now();
    return db.sql(TASKS)
        .param("staff", staff())
        .param("now", Timestamp.from(now))
        .param("day", Timestamp.from(now.minus(Duration.ofDays(1))))
        .param("week", Timestamp.from(now.minus(Duration.ofDays(7))))
        .query(
            (row, n) ->
                new Group(
                    row.getString(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6)))
        .list();
  }

  /** The exceptions nobody has decided yet, the longest waiting first, at most 50. */
  public List<Waiting> exceptions() {
    return db.sql(EXCEPTIONS)
        .param("staff", staff())
        .query(
            (row, n) -> {
              Timestamp end = row.getTimestamp("window_ends_at");
              return new Waiting(
                  new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                  row.getString("name"),
                  row.getString("product"),
                  row.getString("kind"),
                  -Math.floorDiv(-row.getLong("seconds"), Duration.ofDays(1).toSeconds()),
                  row.getString("asked_by"),
                  row.getTimestamp("requested_at").toInstant(),
                  end == null ? null : end.toInstant());
            })
        .list();
  }

  static String[] staff() {
    return Arrays.stream(Role.values()).filter(Role::staff).map(Role::id).toArray(String[]::new);
  }
}
