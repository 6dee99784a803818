package org.sonocert.audit;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what a transaction changes and writes it as one leaf per enrolment just before commit
 * (assurance: INV-20). The database refuses a commit that changed a registered table without one.
 */
@Component
public class AuditTrail {
  private final Leaves leaves;
  private final ProgrammeClock clock;
  private final ObjectProvider<Actor> actor;
  private final SecureRandom random = new SecureRandom();

  AuditTrail(Leaves leaves, ProgrammeClock clock, ObjectProvider<Actor> actor) {
    this.leaves = leaves;
    this.clock = clock;
    this.actor = actor;
  }

  /**
   * Notes a change of the running transaction.
   *
   * @throws IllegalStateException outside a transaction, where no leaf could be atomic with it
   */
  public void note(EnrolmentId enrolment, Change change) {
    pending().of(enrolment).add(change);
  }

  /** Notes which policy release the enrolment's changes in this transaction ran under. */
  public void underRelease(EnrolmentId enrolment, long release) {
    pending().releases.put(enrolment, release);
  }

  private Pending pending() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("A change is noted outside a transaction");
    }
    Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
    if (pending == null) {
      pending = new Pending();
      TransactionSynchronizationManager.bindResource(this, pending);
      TransactionSynchronizationManager.registerSynchronization(new Writer(pending));
    }
    return pending;
  }

  private void write(Pending pending) {
    String who = actor.stream().findFirst().map(Actor::pseudonym).orElse("system");
    pending.changes.forEach(
        (enrolment, changes) -> {
          byte[] salt = new byte[32];
          random.nextBytes(salt);
          leaves.append(
              new Leaf(
                  enrolment, changes, clock.now(), who, pending.releases.get(enrolment), salt));
        });
    pending.changes.clear();
  }

  /** The changes of one transaction, by enrolment, in the order in which they were noted. */
  private static final class Pending {
    private final Map<EnrolmentId, List<Change>> changes = new LinkedHashMap<>();
    private final Map<EnrolmentId, Long> releases = new LinkedHashMap<>();

    List<Change> of(EnrolmentId enrolment) {
      return changes.computeIfAbsent(enrolment, e -> new ArrayList<>());
    }
  }

  private final class Writer implements TransactionSynchronization, Ordered {
    private final Pending pending;

    Writer(Pending pending) {
      this.pending = pending;
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(AuditTrail.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(AuditTrail.this, pending);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      write(pending);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(AuditTrail.this);
    }
  }
}
