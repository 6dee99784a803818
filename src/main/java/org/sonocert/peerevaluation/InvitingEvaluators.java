package org.sonocert.peerevaluation;

import java.time.Duration;
import java.time.Instant;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to nominees: invitation, reminders, and the request to complete. */
@Service
public class InvitingEvaluators {
  private static final Duration AFTER_THE_END = Duration.ofDays(1);

  private final Enrolments enrolments;
  private final Nominations nominations;
  private final EvaluatorMails mails;
  private final ProgrammeClock clock;

  InvitingEvaluators(
      Enrolments enrolments, Nominations nominations, EvaluatorMails mails, ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.nominations = nominations;
    this.mails = mails;
    this.clock = clock;
  }

  /** Posts the invitation, once, unless the enrolment has ended between naming and inviting. */
  @Transactional
  public void invite(NomineeId nominee) {
    enrolments.lock(nominations.get(nominee).enrolment());
    Nomination one = nominations.get(nominee);
    if (one.state().open() && mails.ask(one, "evaluator-invitation", "invitation")) {
      nominations.invited(one, clock.now());
    }
  }

  /** Posts a reminder, at most one a day, unless the nominee is not awaited any more. */
  @Transactional
  public void remind(NomineeId nominee) {
    Nomination one = nominations.get(nominee);
    if (one.state().open()) {
      mails.ask(one, "evaluator-reminder", "reminder:" + clock.now().toString().substring(0, 10));
    }
  }

  /** Asks the evaluator to complete what rates too little. */
  @Transactional
  public void returnTo(NomineeId nominee, int attempt) {
    Nomination one = nominations.get(nominee);
    nominations.returned(one);
    mails.ask(one, "evaluator-returned", "returned:" + attempt);
  }

  /**
   * When the last reminder is due: so long before the window's end, or a day after it when that
   * moment has passed. Nobody is asked any more by then, unless the window was moved meanwhile; at
   * the end itself the reminder might come before the window closes.
   */
  public Instant lastReminder(NomineeId nominee, Duration beforeEnd) {
    Enrolment enrolment = enrolments.get(nominations.get(nominee).enrolment());
    Instant end = enrolment.windowEndsAt();
    if (end == null) {
      throw new IllegalStateException("Enrolment " + enrolment.id() + " has no window");
    }
    Instant due = end.minus(beforeEnd);
    return due.isAfter(clock.now()) && due.isBefore(end) ? due : end.plus(AFTER_THE_END);
  }
}
