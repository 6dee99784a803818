package org.sonocert.ends;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the database about an enrolment. */
record LeftBehind(JdbcClient db, Road road) {
  private static final String RESULTS =
      """
      select 'assessment ' || case when passed then 'passed' else 'failed' end || ', release '
             || policy_release || ': ' || reason
        from assessment_result where enrolment_id = :id
      union all
      select 'peers ' || case when passed then 'met' else 'below' end || ', release ' || release
             || ': ' || reason
        from peer_result where enrolment_id = :id
      union all
      select 'credential ' || state || ', release ' || release || ': ' || decision_reason
        from credential where enrolment_id = :id
      union all
      select 'application ' || outcome || ', release ' || release || ': ' || reason
        from application_outcome where enrolment_id = :id
      union all
      select 'refund ' || case when granted then 'granted' else 'refused' end || ', release '
             || release || ': ' || reason
        from refund where enrolment_id = :id
      """;
  private static final String RUNNING =
      """
      with mine as (select id_ from camunda.act_hi_procinst where business_key_ = :id)
      select 'task ' || task_def_key_ from camunda.act_ru_task
       where proc_inst_id_ in (select id_ from mine)
      union all select 'execution ' || coalesce(act_id_, id_) from camunda.act_ru_execution
       where proc_inst_id_ in (select id_ from mine) or business_key_ = :id
      union all select 'job ' || handler_type_ from camunda.act_ru_job
       where process_instance_id_ in (select id_ from mine)
      union all select 'waits for ' || event_name_ from camunda.act_ru_event_subscr
       where proc_inst_id_ in (select id_ from mine)
      union all select 'incident ' || incident_msg_ from camunda.act_ru_incident
       where proc_inst_id_ in (select id_ from mine)
      union all select 'variable ' || name_ from camunda.act_ru_variable
       where proc_inst_id_ in (select id_ from mine)
      """;

  /** What was decided, each with the release that decided it, in the order of the tables. */
  List<String> results() {
    return texts(RESULTS, road.id().value());
  }

  /** Everybody who was named, and how that ended. */
  List<String> evaluators() {
    return db.sql("select email, state from nomination where enrolment_id = :id order by named_as")
        .param("id", road.id().value())
        .query((row, n) -> road.who(row.getString(1)) + " " + row.getString(2))
        .list();
  }

  /**
   * Every mail that was posted, by recipient and kind, with how often; what all managers get is
   * one.
   */
  List<String> mails() {
    return db
        .sql(
            """
            select case when kind = 'dispute-waits' then 'managers' else recipient end, kind,
                   case when kind = 'dispute-waits' then 1 else count(*) end
              from outbox where enrolment_id = :id group by 1, 2
            """)
        .param("id", road.id().value())
        .query((row, n) -> mail(road.who(row.getString(1)), row.getString(2), row.getInt(3)))
        .list()
        .stream()
        .sorted()
        .toList();
  }

  private static String mail(String who, String kind, int times) {
    return who + " " + kind + (times == 1 ? "" : " ×" + times);
  }

  /** What still runs or waits in the engine. */
  List<String> running() {
    return texts(RUNNING, road.id().toString());
  }

  /** The end events that were passed, in all diagrams. */
  TreeSet<String> ends() {
    return new TreeSet<>(
        texts(
            """
            select a.act_id_ from camunda.act_hi_actinst a
              join camunda.act_hi_procinst p on p.id_ = a.proc_inst_id_
             where p.business_key_ = :id and a.act_id_ like 'EndEvent\\_%'
            """,
            road.id().toString()));
  }

  /** At which end event the process of that id ended. */
  List<String> endOf(String process) {
    return texts(
        "select coalesce(end_act_id_, state_) from camunda.act_hi_procinst"
            + " where business_key_ = :id and proc_def_key_ = '"
            + process
            + "'",
        road.id().toString());
  }

  /** Leaves, and transactions that wrote them. */
  Map<String, Object> leaves() {
    return db.sql(
            """
            select count(*) leaves, count(distinct xact::text) transactions, max(number) highest
              from audit_event where enrolment_id = :id
            """)
        .param("id", road.id().value())
        .query()
        .singleRow();
  }

  private List<String> texts(String sql, Object id) {
    return db.sql(sql).param("id", id).query(String.class).list();
  }
}
