package org.sonocert.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
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

  private final ManagementService management;
  private final JdbcClient db;

  WindowTimers(ManagementService management, JdbcClient db) {
    this.management = management;
    this.db = db;
  }

  /**
   * Sets the window timer's due date, in the running transaction.
   *
   * @throws IllegalStateException when the enrolment has not exactly one window timer
   */
  public void align(EnrolmentId enrolment, Instant end) {
    List<String> jobs = db.sql(JOBS).param(enrolment.toString()).query(String.class).list();
    if (jobs.size() != 1) {
      throw new IllegalStateException(
          "Enrolment " + enrolment + " has " + jobs.size() + " window timers");
    }
    management.setJobDuedate(jobs.get(0), Date.from(end));
  }

  /** The window timer's due date, for the check that it equals the stored end (INV-05). */
  public List<Instant> due(EnrolmentId enrolment) {
    return db.sql(JOBS.replace("j.id_ from", "j.duedate_ from"))
        .param(enrolment.toString())
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .list();
  }
}
