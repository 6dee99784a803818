package org.sonocert.support.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Accounts;
import org.sonocert.notification.Outbox;
import org.sonocert.support.Withdrawals;
import org.sonocert.support.Withdrawals.Cause;
import org.sonocert.support.Withdrawals.Withdrawal;
import org.springframework.stereotype.Service;

/**
 * Ends enrolments as withdrawn: by their candidates, or after a death. The row ends first, so that
 * a trunk older than this end is stopped as by a cancellation and nothing else differs.
 */
@Service
public class WithdrawingEnrolments {
  private static final String BY_CANDIDATE = "The candidate withdrew.";
  private static final String BY_DEATH = "The programme was told that the candidate has died.";

  private final Enrolments enrolments;
  private final Withdrawals withdrawals;
  private final CandidateLetters letters;
  private final Outbox outbox;
  private final Accounts accounts;
  private final ProcessSignals signals;
  private final Collisions collisions;
  private final ProgrammeClock clock;

  WithdrawingEnrolments(
      Enrolments enrolments,
      Withdrawals withdrawals,
      CandidateLetters letters,
      Outbox outbox,
      Accounts accounts,
      ProcessSignals signals,
      Collisions collisions,
      ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.withdrawals = withdrawals;
    this.letters = letters;
    this.outbox = outbox;
    this.accounts = accounts;
    this.signals = signals;
    this.collisions = collisions;
    this.clock = clock;
  }

  /**
   * Withdraws the candidate's own running enrolment; asked again, nothing more happens.
   *
   * @param note the candidate's reason, may be empty
   * @throws Rejected NOT_FOUND when it is another person's, CONFLICT while it can still be
   *     cancelled with the money back, GONE when it has ended otherwise
   */
  public void withdraw(AccountId candidate, EnrolmentId id, String note) {
    collisions.retry(
        () -> {
          Enrolment enrolment = enrolments.lock(id);
          if (!enrolment.candidate().equals(candidate)) {
            throw new Rejected(Rejection.notFound("enrolment"));
          }
          if (enrolment.state() != EnrolmentState.WITHDRAWN) {
            mayWithdraw(enrolment);
            end(enrolment, new Withdrawal(id, Cause.CANDIDATE, note, candidate, clock.now()));
          }
          return id;
        });
  }

  /**
   * Lets pass what can be withdrawn now.
   *
   * @throws Rejected as {@link #withdraw}
   */
  public void mayWithdraw(Enrolment enrolment) {
    Instant now = clock.now();
    if (enrolment.state() == EnrolmentState.APPLYING) {
      throw conflict("application", "Nothing is paid yet: withdraw the application instead.");
    }
    if (enrolment.state() == EnrolmentState.DECIDING) {
      throw conflict("decision-pending", "All evidence is in and the decision is being made.");
    }
    if (!enrolment.windowOpenAt(now)) {
      throw new Rejected(
          Rejection.gone(
              "enrolment-ended", "This enrolment has ended, so there is nothing to end."));
    }
    if (enrolment.startedAt() == null) {
      throw conflict(
          "cancel-instead",
          "You have not started the assessment, so cancelling is the better way: what was paid"
              + " goes back.");
    }
  }

  /** A member of staff reports a death that is certain; see {@link #endAfterDeath}. */
  public void reportDeath(AccountId staff, EnrolmentId id, String note) {
    collisions.retry(
        () -> {
          enrolments.lock(id);
          withdrawals.add(new Withdrawal(id, Cause.DEATH, note, staff, clock.now()));
          endAfterDeath(id);
          return id;
        });
  }

  /**
   * Ends all open enrolments of the person whose death was recorded for one of them, and mails
   * nothing about any of them from now on.
   */
  void endAfterDeath(EnrolmentId recorded) {
    Withdrawal told = withdrawals.of(recorded).orElseThrow();
    AccountId candidate = enrolments.lock(recorded).candidate();
    List<String> addresses = accounts.addresses(candidate);
    enrolments.of(candidate).stream()
        .map(Enrolment::id)
        .sorted(Comparator.comparing(EnrolmentId::value))
        .forEach(
            id -> {
              enrolments.silence(id);
              addresses.forEach(address -> outbox.takeBack(id, address));
              Enrolment one = enrolments.lock(id);
              if (!one.state().ended()) {
                end(one, new Withdrawal(id, Cause.DEATH, told.note(), told.toldBy(), told.at()));
              }
            });
  }

  private void end(Enrolment enrolment, Withdrawal told) {
    EnrolmentId id = enrolment.id();
    if (enrolment.state() == EnrolmentState.APPLYING) {
      signals.signal(id, "Message_ApplicationWithdrawn", Map.of());
      return;
    }
    withdrawals.add(told);
    boolean death = told.cause() == Cause.DEATH;
    enrolments.end(id, EnrolmentState.WITHDRAWN, clock.now(), death ? BY_DEATH : BY_CANDIDATE);
    if (!death) {
      letters.post(id, "enrolment-withdrawn", "", Map.of());
    }
    if (!signals.signal(id, "Message_EnrolmentWithdrawn", Map.of())
        && !signals.signal(id, "Message_EnrolmentCancelled", Map.of())) {
      throw new IllegalStateException("No trunk of enrolment " + id + " can be withdrawn");
    }
  }

  private static Rejected conflict(String code, String reason) {
    return new Rejected(Rejection.conflict(code, reason));
  }
}
