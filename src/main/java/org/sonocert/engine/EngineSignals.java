package org.sonocert.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells running processes what happened. */
@Component
class EngineSignals implements ProcessSignals {
  /** Where a message waits whose scope, or whose task's scope, is about the subject. */
  private static final String WAITING_ABOUT =
      """
      select s.execution_id_ from camunda.act_ru_event_subscr s
        join camunda.act_ru_execution i on i.id_ = s.proc_inst_id_
        join camunda.act_ru_variable v on v.execution_id_ = s.execution_id_
       where i.business_key_ = ? and s.event_name_ = ? and v.name_ = ? and v.text_ = ?
      """;

  private final RuntimeService runtime;
  private final ReleaseContents contents;
  private final JdbcClient db;

  EngineSignals(RuntimeService runtime, ReleaseContents contents, JdbcClient db) {
    this.runtime = runtime;
    this.contents = contents;
    this.db = db;
  }

  @Override
  @Transactional
  public boolean signal(EnrolmentId enrolment, String message, Map<String, Object> variables) {
    variables.forEach((name, value) -> ShortAnswers.check(name, value, 200));
    List<MessageCorrelationResult> told =
        runtime
            .createMessageCorrelation(message)
            .processInstanceBusinessKey(enrolment.toString())
            .setVariablesToTriggeredScope(variables)
            .correlateAllWithResult();
    return !told.isEmpty();
  }

  @Override
  @Transactional
  public boolean signalAbout(
      EnrolmentId enrolment, String message, String subject, Map<String, Object> variables) {
    variables.forEach((name, value) -> ShortAnswers.check(name, value, 200));
    List<String> waiting =
        db.sql(WAITING_ABOUT)
            .params(enrolment.toString(), message, TaskInbox.SUBJECT, subject)
            .query(String.class)
            .list();
    if (waiting.size() != 1) {
      return false;
    }
    runtime.messageEventReceived(message, waiting.get(0), variables);
    return true;
  }

  @Override
  @Transactional
  public void start(
      EnrolmentId enrolment, long release, String process, Map<String, Object> variables) {
    variables.forEach((name, value) -> ShortAnswers.check(name, value, 200));
    runtime
        .createProcessInstanceById(contents.processId(release, process))
        .businessKey(enrolment.toString())
        .setVariables(variables)
        .execute();
  }
}
