package org.sonocert.exceptions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.WindowLedger;
import org.sonocert.exceptions.WindowException.Decision;
import org.sonocert.exceptions.WindowException.Outcome;
import org.springframework.stereotype.Service;

/** Keeps exceptions that are asked for, and what a second person decides about them. */
@Service
public class DecidingExceptions {
  private final WindowExceptions exceptions;
  private final ExceptionRules rules;
  private final Enrolments enrolments;
  private final WindowLedger ledger;
  private final ProgrammeClock clock;

  DecidingExceptions(
      WindowExceptions exceptions,
      ExceptionRules rules,
      Enrolments enrolments,
      WindowLedger ledger,
      ProgrammeClock clock) {
    this.exceptions = exceptions;
    this.rules = rules;
    this.enrolments = enrolments;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Keeps what somebody asks for, when a rule allows it.
   *
   * @return whether it is new; false when the same form was sent before
   * @throws Rejected when no rule allows it, or the window is over
   */
  public boolean ask(AccountId person, EnrolmentId id, Wish wish) {
    Enrolment enrolment = enrolments.lock(id);
    var before = exceptions.of(id);
    if (before.stream().anyMatch(one -> one.wish().id().equals(wish.id()))) {
      return false;
    }
    String rule = rules.allowing(enrolment, wish, before);
    exceptions.add(new WindowException(id, wish, rule, person, clock.now(), null));
    return true;
  }

  /**
   * Keeps the decision of a second person; granted, the days are in the ledger at once and the
   * window has moved.
   *
   * @throws Rejected CONFLICT when the person asked for it, is the candidate, somebody has decided,
   *     or no rule allows it any more; GONE when the window is over
   */
  public WindowException decide(
      AccountId person, EnrolmentId id, UUID exception, boolean granted, String reason) {
    Enrolment enrolment = enrolments.lock(id);
    WindowException asked = exceptions.get(id, exception);
    mustBeSecondPerson(person, asked, enrolment);
    if (!asked.open()) {
      throw conflict("decided", "Somebody has decided about this exception meanwhile.");
    }
    Outcome outcome = granted ? Outcome.GRANTED : Outcome.REFUSED;
    Instant end = granted ? add(asked, enrolment, person) : null;
    exceptions.decide(asked, new Decision(outcome, reason, person, clock.now(), end));
    return exceptions.get(id, exception);
  }

  private @Nullable Instant add(WindowException asked, Enrolment enrolment, AccountId approver) {
    Wish wish = asked.wish();
    String rule = rules.allowing(enrolment, wish, exceptions.of(enrolment.id()));
    return ledger
        .add(
            enrolment.id(),
            new WindowLedger.Entry(
                wish.added(),
                wish.kind().word(),
                wish.reason(),
                rule,
                asked.requestedBy(),
                approver))
        .windowEndsAt();
  }

  private static void mustBeSecondPerson(
      AccountId person, WindowException asked, Enrolment enrolment) {
    if (person.equals(asked.requestedBy())) {
      throw conflict(
          "own-exception",
          "You asked for this exception yourself, so another manager has to decide.");
    }
    if (person.equals(enrolment.candidate())) {
      throw conflict("own-enrolment", "This is your own enrolment, so another manager decides.");
    }
  }

  /**
   * Lets pass who has no other wish of the same kind that is undecided; the enrolment's lock is
   * taken.
   *
   * @throws Rejected CONFLICT when there is one
   */
  public void mustBeDecided(EnrolmentId id, Wish wish) {
    enrolments.lock(id);
    if (exceptions.of(id).stream()
        .filter(one -> one.open() && one.wish().kind() == wish.kind())
        .anyMatch(one -> !one.wish().id().equals(wish.id()))) {
      throw conflict(
          "exception-open",
          "Your last request is not decided yet. It is decided first; nothing was kept of this"
              + " one.");
    }
  }

  /** Notes that the open exceptions of an enrolment that has ended need no decision any more. */
  public void lapse(EnrolmentId id) {
    List<WindowException> open = exceptions.of(id).stream().filter(WindowException::open).toList();
    Decision lapsed =
        new Decision(
            Outcome.LAPSED, "The enrolment ended before anybody decided.", null, clock.now(), null);
    open.forEach(asked -> exceptions.decide(asked, lapsed));
  }

  private static Rejected conflict(String code, String reason) {
    return new Rejected(Rejection.conflict(code, reason));
  }
}
