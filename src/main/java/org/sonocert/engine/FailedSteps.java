package org.sonocert.engine;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Steps that stand still because every try of their job has failed. Read by the index of failed
 * jobs, so that neither waiting timers nor the history cost anything.
 */
@Component
public class FailedSteps {
  /** Names the jobs that have no try left. */
  public static final String COUNT = "select count(*) from camunda.act_ru_job where retries_ = 0";

  /** Lists them; by the index of failed jobs. */
  public static final String SELECT =
      """
      select j.id_, e.business_key_, j.process_def_id_, coalesce(j.failed_act_id_, d.act_id_),
             i.incident_timestamp_, j.exception_msg_, b.bytes_
        from camunda.act_ru_job j
        left join camunda.act_ru_execution e on e.id_ = j.process_instance_id_
        left join camunda.act_ru_jobdef d on d.id_ = j.job_def_id_
        left join camunda.act_ru_incident i on i.configuration_ = j.id_
        left join camunda.act_ge_bytearray b on b.id_ = j.exception_stack_id_
       where j.retries_ = 0
      """;

  private final JdbcClient db;
  private final ReleaseContents contents;
  private final ManagementService management;
  private final ProgrammeClock clock;

  FailedSteps(
      JdbcClient db, ReleaseContents contents, ManagementService management, ProgrammeClock clock) {
    this.db = db;
    this.contents = contents;
    this.management = management;
    this.clock = clock;
  }

  /**
   * One step that stands still.
   *
   * @param job id of its job in the engine
   * @param enrolment whose process it is; null when the process is gone or belongs to none
   * @param node id of the step in its diagram
   * @param step its name there
   * @param since programme time; null when the engine did not note it
   * @param message what was thrown last, as it was thrown: may name people
   * @param trace where it was thrown
   */
  public record FailedStep(
      String job,
      @Nullable EnrolmentId enrolment,
      String process,
      String node,
      String step,
      @Nullable Instant since,
      String message,
      String trace) {}

  /** How many there are. */
  public long count() {
    return db.sql(COUNT).query(Long.class).single();
  }

  /** The first of them, in the engine's order. */
  public List<FailedStep> list(int limit) {
    return db.sql(SELECT + " order by j.id_ limit ?").param(limit).query(this::row).list();
  }

  /** One of them; empty when it has been tried again meanwhile. */
  public Optional<FailedStep> find(String job) {
    return db.sql(SELECT + " and j.id_ = ?").param(job).query(this::row).optional();
  }

  /**
   * Has a failed step tried once more, in the caller's transaction.
   *
   * @return false when somebody else has had it tried meanwhile
   */
  public boolean tryAgain(String job) {
    boolean still =
        db.sql("select 1 from camunda.act_ru_job where id_ = ? and retries_ = 0 for update")
            .param(job)
            .query(Integer.class)
            .optional()
            .isPresent();
    if (still) {
      management.setJobRetries(1).jobId(job).dueDate(Date.from(clock.now())).execute();
    }
    return still;
  }

  private FailedStep row(ResultSet row, int n) throws SQLException {
    String definition = row.getString(3);
    String node = row.getString(4);
    Diagram diagram = definition == null ? null : contents.diagram(definition);
    Diagram.Node drawn = diagram == null || node == null ? null : diagram.nodes().get(node);
    Timestamp since = row.getTimestamp(5);
    byte[] trace = row.getBytes(7);
    String key = row.getString(2);
    return new FailedStep(
        row.getString(1),
        key == null ? null : EnrolmentId.of(key),
        diagram == null ? "" : diagram.name(),
        node == null ? "" : node,
        drawn == null || drawn.name().isEmpty() ? String.valueOf(node) : drawn.name(),
        since == null ? null : since.toInstant(),
        String.valueOf(row.getString(6)),
        trace == null ? "" : new String(trace, StandardCharsets.UTF_8));
  }
}
