package org.sonocert.engine;

import io.micrometer.core.instrument.Metrics;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of forms that were sent. Each is noted for the audit leaf of its transaction. */
@Repository
class TaskSubmissions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Name of the counter of forms that were sent, by form. */
  static final String COUNTER = "sonocert.task.submissions";

  private final JdbcClient db;
  private final AuditTrail audit;

  TaskSubmissions(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /**
   * Keeps a form in the place of its draft.
   *
   * @param key the form's own key, under which it is stored once
   * @param sealed whether the answers are kept elsewhere, and neither here nor in the audit trail
   */
  void keep(Submission sent, TaskView task, String key, boolean sealed, Instant now) {
    db.sql(
            """
            with draft as (delete from task_draft where task_id = ?)
            insert into task_submission
              (idempotency_key, enrolment_id, task_id, form_id, policy_release, answers, submitted_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?)
            """)
        .param(task.id())
        .param(key)
        .param(task.enrolment().value())
        .param(task.id())
        .param(task.form())
        .param(task.release())
        .param(sealed ? null : JSON.writeValueAsString(sent.answers()))
        .param(Timestamp.from(now))
        .update();
    Metrics.counter(COUNTER, "form", task.form()).increment();
    audit.underRelease(task.enrolment(), task.release());
    Map<String, Object> data = new HashMap<>();
    data.put("form", task.form());
    data.put("task", task.node());
    data.put("answers", sealed ? Map.of() : sent.answers());
    audit.note(task.enrolment(), new Change("form-submitted", data));
  }

  /** Whether this very form was sent before. */
  boolean knows(String key, String task) {
    return db.sql("select 1 from task_submission where idempotency_key = ? and task_id = ?")
        .params(key, task)
        .query(Integer.class)
        .optional()
        .isPresent();
  }
}
