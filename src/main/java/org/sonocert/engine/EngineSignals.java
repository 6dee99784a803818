package org.sonocert.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells running processes what happened. */
@Component
class EngineSignals implements ProcessSignals {
  /** Where a message waits in the processes of an enrolment. */
  private static final String WAITING =
      """
      select s.execution_id_ from camunda.act_ru_event_subscr s
        join camunda.act_ru_execution i on i.id_ = s.proc_inst_id_
       where i.business_key_ = ? and s.event_type_ = 'message' and s.event_name_ = ?
       order by s.created_, s.id_
      """;

  /** Where a message waits whose scope, or whose task's scope, is about the subject. */
  private static final String WAITING_ABOUT =
      """
      select s.execution_id_ from camunda.act_ru_event_subscr s
        join camunda.act_ru_execution i on i.id_ = s.proc_inst_id_
        join camunda.act_ru_variable v on v.execution_id_ = s.execution_id_
       where i.business_key_ = ? and s.event_name_ = ? and v.name_ = ? and v.text_ = ?
      """;

  /** Tells the subscriptions; what the message brings is seen only in the scope it opens. */
  private record Deliver(String message, List<String> executions, Map<String, Object> variables)
      implements Command<Boolean> {

    @Override
    public Boolean execute(CommandContext command) {
      for (String execution : executions) {
        command.getEventSubscriptionManager().findEventSubscriptionsByExecution(execution).stream()
            .filter(one -> message.equals(one.getEventName()))
            .findFirst()
            .ifPresent(one -> one.eventReceived(null, null, variables, null, false));
      }
      return true;
    }
  }

  private final CommandExecutor engine;
  private final RuntimeService runtime;
  private final ReleaseContents contents;
  private final JdbcClient db;

  EngineSignals(
      ProcessEngine engine, RuntimeService runtime, ReleaseContents contents, JdbcClient db) {
    this.engine =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
    this.runtime = runtime;
    this.contents = contents;
    this.db = db;
  }

  @Override
  @Transactional
  public boolean signal(EnrolmentId enrolment, String message, Map<String, Object> variables) {
    variables.forEach((name, value) -> ShortAnswers.check(name, value, 200));
    List<String> waiting =
        db.sql(WAITING).params(enrolment.toString(), message).query(String.class).list();
    if (!waiting.isEmpty()) {
      engine.execute(new Deliver(message, waiting, variables));
    }
    return !waiting.isEmpty();
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
