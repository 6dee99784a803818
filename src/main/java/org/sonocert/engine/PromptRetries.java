package org.sonocert.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;

/**
 * A job that met another transaction has not failed: it is tried again at once. Whatever else stops
 * a job waits as its retry cycle says.
 */
final class PromptRetries extends DefaultFailedJobCommandFactory {
  /** PostgreSQL, appendix A: deadlock_detected. */
  private static final String DEADLOCK = "40P01";

  @Override
  public Command<Object> getCommand(String job, Throwable failure) {
    return met(failure)
        ? command -> new UnlockJobCmd(job).execute(command)
        : super.getCommand(job, failure);
  }

  /** Whether two transactions met: one read what the other changed, or each held what both need. */
  private static boolean met(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockingException
          || cause instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
