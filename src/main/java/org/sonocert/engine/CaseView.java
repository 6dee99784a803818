package org.sonocert.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Read model of an enrolment's processes: which nodes are done, which are now. One statement; its
 * cost grows with this enrolment only.
 */
@Component
public class CaseView {
  private static final int CANCELED = 2;
  private static final String VISITS =
      """
      select p.id_, p.proc_def_id_, p.end_time_, a.act_id_, a.start_time_, a.end_time_,
             a.act_inst_state_
        from camunda.act_hi_procinst p
        join camunda.act_hi_actinst a on a.proc_inst_id_ = p.id_
       where p.business_key_ = ?
       order by p.start_time_, p.id_, a.start_time_, a.sequence_counter_
      """;
  private static final String TIMERS =
      """
      select d.act_id_, j.duedate_ from camunda.act_ru_job j
        join camunda.act_ru_jobdef d on d.id_ = j.job_def_id_
        join camunda.act_ru_execution e on e.id_ = j.process_instance_id_
       where e.business_key_ = ? and j.type_ = 'timer' order by j.duedate_
      """;

  private final JdbcClient db;
  private final ReleaseContents contents;
  private final ReleaseLookup releases;

  CaseView(JdbcClient db, ReleaseContents contents, ReleaseLookup releases) {
    this.db = db;
    this.contents = contents;
    this.releases = releases;
  }

  /** The same, read through another login of the database. */
  public CaseView through(JdbcClient other) {
    return new CaseView(other, contents, releases);
  }

  /** One process of the enrolment with what happened in it, in order. */
  public record Run(String instance, Diagram diagram, boolean ended, List<Visit> visits) {

    /** Ids of nodes that were completed. */
    public List<String> done() {
      return ids(State.DONE);
    }

    /** Ids of nodes that wait now. */
    public List<String> now() {
      return ids(State.NOW);
    }

    private List<String> ids(State state) {
      return visits.stream()
          .filter(v -> v.state() == state)
          .map(v -> v.node().id())
          .distinct()
          .toList();
    }
  }

  /** Whether a node is done, waits now, or was called off. */
  public enum State {
    DONE,
    NOW,
    CALLED_OFF
  }

  /** One visit of a node. */
  public record Visit(Diagram.Node node, State state, Instant from, @Nullable Instant until) {}

  /** A timer that will fire. */
  public record Timer(String node, Instant due) {}

  /** All processes of the enrolment, oldest first: its application, its trunk, what they called. */
  public List<Run> runs(EnrolmentId enrolment) {
    Map<String, Run> runs = new LinkedHashMap<>();
    db.sql(VISITS).param(enrolment.toString()).query((row, n) -> collect(row, runs)).list();
    return List.copyOf(runs.values());
  }

  /** The enrolment's timers, soonest first. */
  public List<Timer> timers(EnrolmentId enrolment) {
    return db.sql(TIMERS)
        .param(enrolment.toString())
        .query((row, n) -> new Timer(row.getString(1), row.getTimestamp(2).toInstant()))
        .list();
  }

  /** Number of the policy release under which a process runs. */
  public long release(Run run) {
    return releases.ofDefinition(run.diagram().definitionId());
  }

  /** The XML of a process's diagram, in the release under which it runs, for a page's viewer. */
  public byte[] xml(Run run) {
    return contents.resource(release(run), "bpmn/" + run.diagram().process() + ".bpmn");
  }

  private Run collect(ResultSet row, Map<String, Run> runs) throws SQLException {
    String instance = row.getString(1);
    Run run = runs.get(instance);
    if (run == null) {
      Diagram diagram = contents.diagram(row.getString(2));
      run = new Run(instance, diagram, row.getTimestamp(3) != null, new ArrayList<>());
      runs.put(instance, run);
    }
    Diagram.Node node = run.diagram().nodes().get(row.getString(4));
    if (node != null) {
      Timestamp until = row.getTimestamp(6);
      State state =
          row.getInt(7) == CANCELED ? State.CALLED_OFF : until == null ? State.NOW : State.DONE;
      Instant from = Objects.requireNonNull(row.getTimestamp(5)).toInstant();
      run.visits().add(new Visit(node, state, from, until == null ? null : until.toInstant()));
    }
    return run;
  }
}
