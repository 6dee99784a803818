package org.sonocert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.junit.jupiter.api.Test;

class PromptRetriesTest {
  private final PromptRetries retries = new PromptRetries();

  @Test
  void aMeetingIsNoFailure() {
    assertThat(retries.getCommand("1", new OptimisticLockingException("met")))
        .isNotInstanceOf(DefaultJobRetryCmd.class);
    assertThat(retries.getCommand("1", caused(new SQLException("deadlock", "40P01"))))
        .isNotInstanceOf(DefaultJobRetryCmd.class);
  }

  @Test
  void anythingElseWaitsAsItsCycleSays() {
    assertThat(retries.getCommand("1", caused(new SQLException("no such column", "42703"))))
        .isInstanceOf(DefaultJobRetryCmd.class);
    assertThat(retries.getCommand("1", new IllegalStateException("a fault")))
        .isInstanceOf(DefaultJobRetryCmd.class);
  }

  private static ProcessEngineException caused(Exception cause) {
    return new ProcessEngineException("a job", new IllegalStateException(cause));
  }
}
