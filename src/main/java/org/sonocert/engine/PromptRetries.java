package org.sonocert.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;

/**
 * A job that met another transaction has not failed: it is tried again at once. Whatever else stops
 * a job waits as its retry cycle says.
 */
final class PromptRetries extends DefaultFailedJobCommandFactory {

  @Override
  public Command<Object> getCommand(String job, Throwable failure) {
    return failure instanceof OptimisticLockingException
        ? command -> new UnlockJobCmd(job).execute(command)
        : super.getCommand(job, failure);
  }
}
