package org.sonocert.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two transactions that meet: the later one is rolled back whole and tried again, a bounded number
 * of times. See docs/decisions for why this and not one more job per task.
 */
@Component
public class Collisions {
  private static final int TRIES = 4;

  private final TransactionTemplate transaction;
  private final CommandExecutor engine;

  Collisions(PlatformTransactionManager transactions, ProcessEngine engine) {
    this.transaction = new TransactionTemplate(transactions);
    this.engine =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
  }

  /**
   * Runs the work in a transaction of its own and gives its result. All that the work asks of the
   * engine is one command: read once, written together at the end. Until then the engine's tables
   * look as before.
   */
  public <T> T retry(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        T result = transaction.execute(status -> engine.execute(command -> work.get()));
        if (result == null) {
          throw new IllegalStateException("The work gave no result");
        }
        return result;
      } catch (OptimisticLockingException | ConcurrencyFailureException | DuplicateKeyException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }
}
