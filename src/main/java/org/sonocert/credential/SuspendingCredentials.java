package org.sonocert.credential;

import java.time.Instant;
import java.util.Optional;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Accounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suspends a credential that was awarded, and makes it valid again: each at once for whoever
 * verifies it. Whoever suspended it is who may reinstate it, known by a reference; the reason is
 * not published (product rules, 3 and 7).
 */
@Service
public class SuspendingCredentials {
  private final Credentials credentials;
  private final StatusChanges changes;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final AwardLetters letters;
  private final ProgrammeClock clock;

  SuspendingCredentials(
      Credentials credentials,
      StatusChanges changes,
      Enrolments enrolments,
      Accounts accounts,
      AwardLetters letters,
      ProgrammeClock clock) {
    this.credentials = credentials;
    this.changes = changes;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * Suspends the enrolment's credential in the caller's transaction and writes to its holder.
   *
   * @param reference what the reversed payment is known by
   * @return false when there is none, or it is not valid
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean suspend(EnrolmentId id, String reference) {
    return change(id, CredentialState.VALID, CredentialState.SUSPENDED, reference);
  }

  /**
   * Makes the credential valid again that was suspended under this reference.
   *
   * @return false when it was not, or was suspended under another one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean reinstate(EnrolmentId id, String reference) {
    enrolments.lock(id);
    return changes.suspendedBy(id, reference)
        && change(id, CredentialState.SUSPENDED, CredentialState.VALID, reference);
  }

  private boolean change(
      EnrolmentId id, CredentialState from, CredentialState to, String reference) {
    var enrolment = enrolments.lock(id);
    Optional<Credential> held = credentials.of(id).filter(c -> c.state() == from);
    if (held.isEmpty()) {
      return false;
    }
    Instant now = clock.now();
    changes.write(held.get(), to, reference, now);
    if (!enrolment.silent()) {
      letters.changed(held.get(), to, accounts.get(held.get().candidate()), reference, now);
    }
    return true;
  }
}
