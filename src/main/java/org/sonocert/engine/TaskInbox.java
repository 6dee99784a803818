package org.sonocert.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Read model of open tasks: one statement a question, bounded, whatever lies in the history. */
@Component
public class TaskInbox {
  /**
   * Local variable of a task's scope that says whom it is about; of a request, an exception or a
   * dispute, which one.
   */
  static final String SUBJECT = "nomineeId";

  private static final int PAGE = 200;
  private static final String SELECT =
      """
      select t.id_, t.task_def_key_, t.assignee_, t.create_time_, t.due_date_, t.follow_up_date_,
             t.proc_def_id_, e.business_key_, i.group_id_, v.text_ as subject_
        from camunda.act_ru_task t
        join camunda.act_ru_execution e on e.id_ = t.proc_inst_id_
        left join camunda.act_ru_identitylink i on i.task_id_ = t.id_ and i.type_ = 'candidate'
        left join camunda.act_ru_variable v
               on v.execution_id_ = t.execution_id_ and v.name_ in ('nomineeId', 'requestId', 'exceptionId', 'disputeId')
      """;

  private final JdbcClient db;
  private final ReleaseContents contents;
  private final ReleaseLookup releases;

  TaskInbox(JdbcClient db, ReleaseContents contents, ReleaseLookup releases) {
    this.db = db;
    this.contents = contents;
    this.releases = releases;
  }

  /** The open tasks of an enrolment, in all its processes, oldest first. */
  public List<TaskView> of(EnrolmentId enrolment) {
    return of(List.of(enrolment));
  }

  /** The open tasks of several enrolments, oldest first. */
  public List<TaskView> of(Collection<EnrolmentId> enrolments) {
    return db.sql(SELECT + " where e.business_key_ = any(:keys) order by t.create_time_, t.id_")
        .param("keys", enrolments.stream().map(EnrolmentId::toString).toArray(String[]::new))
        .query(this::row)
        .list();
  }

  /** An open task; empty when it is done, gone or never was. */
  public Optional<TaskView> find(String taskId) {
    return db.sql(SELECT + " where t.id_ = ?").param(taskId).query(this::row).optional();
  }

  /** The open task of an enrolment with this form and, where given, about this subject. */
  public Optional<TaskView> find(EnrolmentId enrolment, String form, @Nullable String subject) {
    return of(enrolment).stream()
        .filter(t -> t.form().equals(form))
        .filter(t -> subject == null || Objects.equals(subject, t.subject()))
        .findFirst();
  }

  /** The tasks of the groups, most urgent first, at most 200. */
  public List<TaskView> forGroups(Collection<String> groups) {
    if (groups.isEmpty()) {
      return List.of();
    }
    return db.sql(
            SELECT
                + " where i.group_id_ = any(:groups)"
                + " order by t.due_date_ nulls last, t.create_time_, t.id_ limit "
                + PAGE)
        .param("groups", groups.toArray(String[]::new))
        .query(this::row)
        .list();
  }

  private TaskView row(ResultSet row, int n) throws SQLException {
    String definition = row.getString("proc_def_id_");
    Diagram diagram = contents.diagram(definition);
    Diagram.Node node = Objects.requireNonNull(diagram.nodes().get(row.getString("task_def_key_")));
    return new TaskView(
        row.getString("id_"),
        EnrolmentId.of(row.getString("business_key_")),
        releases.ofDefinition(definition),
        diagram.process(),
        node.id(),
        node.name(),
        node.documentation(),
        Objects.requireNonNullElse(node.form(), ""),
        Objects.requireNonNullElse(row.getString("group_id_"), ""),
        row.getString("assignee_"),
        row.getString("subject_"),
        row.getTimestamp("create_time_").toInstant(),
        instant(row, "due_date_"),
        instant(row, "follow_up_date_"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
