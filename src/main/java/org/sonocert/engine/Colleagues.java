package org.sonocert.engine;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names the colleague who holds or has done a task, for whoever came a moment later. */
@Component
class Colleagues {
  private static final String A_COLLEAGUE = "A colleague";

  private final JdbcClient db;
  private final ReleaseContents contents;

  Colleagues(JdbcClient db, ReleaseContents contents) {
    this.db = db;
    this.contents = contents;
  }

  /** A task that is done: who did it, and where it stood. */
  private record Done(String by, String definition, String node, String instance) {}

  /** The name of an account, or that it is a colleague. */
  String name(String account) {
    return db.sql("select name from v_identity_name where account_id = ?::uuid")
        .param(account)
        .query(String.class)
        .optional()
        .orElse(A_COLLEAGUE);
  }

  /** Who has done a task that was offered to one of the groups; empty when nobody has. */
  Optional<String> whoDid(String taskId, Set<String> groups) {
    return db.sql(
            """
            select assignee_, proc_def_id_, task_def_key_, proc_inst_id_
              from camunda.act_hi_taskinst
             where id_ = ? and delete_reason_ = 'completed' and assignee_ is not null
            """)
        .param(taskId)
        .query(
            (row, n) ->
                new Done(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .optional()
        .filter(done -> groups.contains(group(done)))
        .map(done -> name(done.by()));
  }

  /** The group to which it was offered: history keeps it as what the diagram or its table says. */
  private String group(Done done) {
    Diagram.Node node = contents.diagram(done.definition()).nodes().get(done.node());
    String group = node == null ? null : node.group();
    if (group == null || !group.startsWith("${")) {
      return group == null ? "" : group;
    }
    return asDecided(done.instance(), group.substring(2, group.length() - 1));
  }

  private String asDecided(String instance, String variable) {
    return db.sql(
            """
            select text_ from camunda.act_hi_varinst
             where proc_inst_id_ = ? and name_ = ? order by create_time_ desc limit 1
            """)
        .params(instance, variable)
        .query(String.class)
        .optional()
        .orElse("");
  }
}
