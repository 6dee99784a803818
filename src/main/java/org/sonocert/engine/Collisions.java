package org.sonocert.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
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

  Collisions(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Runs the work in a transaction of its own and gives its result. */
  public <T> T retry(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        T result = transaction.execute(status -> work.get());
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
