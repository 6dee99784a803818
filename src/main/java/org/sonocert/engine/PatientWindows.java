package org.sonocert.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.jspecify.annotations.Nullable;

/**
 * A timer that ends work waits for what people sent in time: while the consequence of a completed
 * task still waits for its job ({@code asyncAfter} on the task), the timer is refused and tried
 * again by its retry cycle, so that a slow or failing job cannot cost anybody their evidence.
 */
public final class PatientWindows extends TimerStartEventSubprocessJobHandler {
  private static final String SENT_AND_WAITING =
      """
      select 1 from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
       where j.root_proc_inst_id_ = ? and d.job_configuration_ = 'async-after' limit 1
      """;

  /** What people sent still waits for its turn. */
  public static final class SentInTimeComesFirst extends ProcessEngineException {
    private static final long serialVersionUID = 1L;

    SentInTimeComesFirst() {
      super("What was sent in time is still being worked on; the timer is tried again.");
    }
  }

  @Override
  public void execute(
      TimerJobConfiguration configuration,
      ExecutionEntity execution,
      CommandContext command,
      @Nullable String tenant) {
    ActivityImpl event =
        execution.getProcessDefinition().findActivity(configuration.getTimerElementKey());
    if (interrupts(event) && sentAndWaiting(execution, command)) {
      throw new SentInTimeComesFirst();
    }
    super.execute(configuration, execution, command, tenant);
  }

  private static boolean interrupts(@Nullable ActivityImpl event) {
    return event != null
        && event.getActivityStartBehavior() == ActivityStartBehavior.INTERRUPT_EVENT_SCOPE;
  }

  private static boolean sentAndWaiting(ExecutionEntity execution, CommandContext command) {
    try (PreparedStatement select =
        command
            .getDbSqlSession()
            .getSqlSession()
            .getConnection()
            .prepareStatement(SENT_AND_WAITING)) {
      select.setString(1, execution.getRootProcessInstanceId());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
