package org.sonocert.engine;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the engine's window timer equal to the stored end of the window. */
@Component
public class WindowTimers {
  private static final String JOBS =
      """
      select j.id_ from camunda.act_ru_job j
        join camunda.act_ru_jobdef d on d.id_ = j.job_def_id_
        join camunda.act_ru_execution e on e.id_ = j.process_instance_id_
       where e.business_key_ = ? and d.act_id_ = 'Event_WindowClosed'
      """;

  private static final String HALF = "Event_HalfWindowPassed";

  /** Timers whose date follows from the window; those of other reminders are counted otherwise. */
  private static final String REMINDERS =
      """
      select j.id_, d.act_id_, j.duedate_ from camunda.act_ru_job j
        join camunda.act_ru_jobdef d on d.id_ = j.job_def_id_
        join camunda.act_ru_execution e on e.id_ = j.process_instance_id_
       where e.business_key_ = ?
         and (d.act_id_ in ('Event_HalfWindowPassed', 'Event_LastReminderDue')
              or (d.act_id_ = 'Event_ReminderDue'
                  and j.handler_type_ = 'timer-intermediate-transition'))
      """;

  private static final String WINDOW_CLOSED = "Event_WindowClosed";

  private final ManagementService management;
  private final JdbcClient db;

  WindowTimers(ManagementService management, JdbcClient db) {
    this.management = management;
    this.db = db;
  }

  /**
   * Sets the window timer's due date, in the running transaction. A timer that the running command
   * has just made is not written yet: it is written with the right date at once.
   *
   * @throws IllegalStateException when the enrolment has not exactly one window timer
   */
  public void align(EnrolmentId enrolment, Instant end) {
    List<TimerEntity> made = justMade(enrolment);
    if (made.size() == 1) {
      made.get(0).setDuedate(Date.from(end));
      return;
    }
    List<String> jobs = db.sql(JOBS).param(enrolment.toString()).query(String.class).list();
    if (jobs.size() != 1) {
      throw new IllegalStateException(
          "Enrolment " + enrolment + " has " + jobs.size() + " window timers");
    }
    management.setJobDuedate(jobs.get(0), Date.from(end));
  }

  /**
   * Moves the window timer of a running enrolment and the reminders that are still to come: half
   * time to its new instant, what is counted back from the end by what was added.
   *
   * @param half half way between purchase and the new end
   */
  public void move(EnrolmentId enrolment, Instant end, Instant half, Duration added) {
    align(enrolment, end);
    db.sql(REMINDERS)
        .param(enrolment.toString())
        .query((row, n) -> new Pending(row.getString(1), row.getString(2), row.getTimestamp(3)))
        .list()
        .forEach(
            reminder ->
                management.setJobDuedate(reminder.job(), Date.from(reminder.moved(half, added))));
  }

  private record Pending(String job, String node, Timestamp due) {
    Instant moved(Instant half, Duration added) {
      return node.equals(HALF) ? half : due.toInstant().plus(added);
    }
  }

  private static List<TimerEntity> justMade(EnrolmentId enrolment) {
    CommandContext command = Context.getCommandContext();
    return command == null
        ? List.of()
        : command.getDbEntityManager().getDbEntityCache().getCachedEntities().stream()
            .map(CachedDbEntity::getEntity)
            .filter(TimerEntity.class::isInstance)
            .map(TimerEntity.class::cast)
            .filter(timer -> WINDOW_CLOSED.equals(timer.getActivityId()))
            .filter(timer -> about(timer, enrolment))
            .toList();
  }

  private static boolean about(TimerEntity timer, EnrolmentId enrolment) {
    ExecutionEntity scope = timer.getExecution();
    return scope != null && enrolment.toString().equals(scope.getProcessBusinessKey());
  }

  /** The window timer's due date, for the check that it equals the stored end (INV-05). */
  public List<Instant> due(EnrolmentId enrolment) {
    return db.sql(JOBS.replace("j.id_ from", "j.duedate_ from"))
        .param(enrolment.toString())
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .list();
  }
}
