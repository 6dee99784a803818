package org.sonocert.engine.clock;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.MachineClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves programme time forward, in the demo and in tests only: stops executor and housekeeping,
 * steps to each instant at which something is due, runs it, and goes on until the target.
 */
@Component
@Profile("demo")
public class TimeMachine {
  private static final int MOST_JOBS_AT_ONE_INSTANT = 10_000;
  private static final String DUE =
      """
      select j.id_, j.duedate_, d.act_id_, d.proc_def_id_ from camunda.act_ru_job j
        left join camunda.act_ru_jobdef d on d.id_ = j.job_def_id_
       where j.retries_ > 0 and j.suspension_state_ = 1 and (j.duedate_ is null or j.duedate_ <= ?)
       order by j.duedate_ nulls first, j.id_ limit 1
      """;

  private final EngineProgrammeClock clock;
  private final MachineClock machine;
  private final ManagementService management;
  private final RepositoryService repository;
  private final JdbcClient db;
  private final List<JobSwitch> switches;
  private final Rounds rounds;
  private int pauses;

  TimeMachine(
      EngineProgrammeClock clock,
      MachineClock machine,
      ManagementService management,
      RepositoryService repository,
      JdbcClient db,
      ObjectProvider<JobSwitch> switches,
      ObjectProvider<Housekeeping> housekeeping,
      @Value("${sonocert.demo.begins-days-ago:0}") int beginsDaysAgo) {
    this.clock = clock;
    this.machine = machine;
    this.management = management;
    this.repository = repository;
    this.db = db;
    this.switches = switches.orderedStream().toList();
    this.rounds = new Rounds(housekeeping.orderedStream().toList());
    kept()
        .ifPresentOrElse(
            ahead -> clock.moveTo(Duration.ofMillis(ahead)), () -> begin(beginsDaysAgo));
  }

  /** A fresh demo may begin in the past, so that a year can be lived through until today. */
  private void begin(int daysAgo) {
    boolean fresh =
        db.sql("select not exists (select 1 from policy_release)").query(Boolean.class).single();
    if (daysAgo > 0 && fresh) {
      keep(Duration.ofDays(-daysAgo));
    }
  }

  /**
   * Something that ran on the way.
   *
   * @param what the node of the diagram
   * @param name the node's name; its id where it has none
   */
  public record Happened(Instant at, String what, String name) {}

  /**
   * Moves the clock forward and does everything that falls due on the way, in order; asked to move
   * by nothing, it also does the housekeeping that is not due yet.
   *
   * @return what happened, oldest first
   * @throws IllegalArgumentException when asked to go back
   */
  public synchronized List<Happened> advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("The programme's time never goes back");
    }
    pause();
    try {
      List<Happened> happened = new ArrayList<>();
      Instant target = clock.now().plus(by);
      drain(target, happened);
      stepTo(target);
      if (by.isZero()) {
        rounds.each(target);
      } else {
        rounds.due(target);
      }
      drain(target, happened);
      return happened;
    } finally {
      resume();
    }
  }

  /**
   * Does work that moves the clock many times, with executor and housekeeping stopped from the
   * first to the last: what is due runs while the clock moves, and not between.
   */
  public synchronized void alone(Runnable work) {
    pause();
    try {
      work.run();
    } finally {
      resume();
    }
  }

  private void pause() {
    if (pauses++ == 0) {
      clock.mirror();
      switches.forEach(JobSwitch::pause);
    }
  }

  private void resume() {
    if (--pauses == 0) {
      switches.forEach(JobSwitch::resume);
    }
  }

  private void drain(Instant target, List<Happened> happened) {
    for (int n = 0; n < MOST_JOBS_AT_ONE_INSTANT; n++) {
      Optional<Due> next = next(target);
      if (next.isEmpty()) {
        return;
      }
      Due due = next.get();
      if (due.at() != null && due.at().isAfter(clock.now())) {
        stepTo(due.at().plusMillis(1)); // at exactly its instant a cycle would begin again
        rounds.due(clock.now()); // which may have called off what was next
        continue;
      }
      happened.add(run(due));
    }
    throw new IllegalStateException("Jobs keep making jobs at " + clock.now());
  }

  private Happened run(Due due) {
    try {
      management.executeJob(due.job());
      return new Happened(clock.now(), due.node(), name(due));
    } catch (RuntimeException e) {
      return new Happened(clock.now(), due.node(), name(due) + " failed: " + e.getMessage());
    }
  }

  private String name(Due due) {
    if (due.process() == null) {
      return due.node();
    }
    ModelElementInstance node =
        repository.getBpmnModelInstance(due.process()).getModelElementById(due.node());
    String name = node instanceof FlowElement element ? element.getName() : null;
    return name == null || name.isBlank() ? due.node() : name.replaceAll("\\s+", " ");
  }

  private Optional<Due> next(Instant target) {
    return db.sql(DUE)
        .param(Timestamp.from(target))
        .query(
            (row, n) ->
                new Due(
                    row.getString(1),
                    row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant(),
                    String.valueOf(row.getString(3)),
                    row.getString(4)))
        .optional();
  }

  private void stepTo(Instant instant) {
    Duration ahead = Duration.between(machine.now(), instant);
    keep(ahead.compareTo(clock.offset()) > 0 ? ahead : clock.offset());
  }

  private void keep(Duration offset) {
    clock.moveTo(offset);
    db.sql(
            """
            insert into programme_clock (ahead_ms) values (?)
            on conflict (only_row) do update set ahead_ms = excluded.ahead_ms
            """)
        .param(offset.toMillis())
        .update();
  }

  private Optional<Long> kept() {
    return db.sql("select ahead_ms from programme_clock").query(Long.class).optional();
  }

  private record Due(String job, @Nullable Instant at, String node, @Nullable String process) {}
}
