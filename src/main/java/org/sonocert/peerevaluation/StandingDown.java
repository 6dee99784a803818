package org.sonocert.peerevaluation;

import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.peerevaluation.sealed.EvaluationDrafts;
import org.sonocert.peerevaluation.sealed.SealingDeclines;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a nominee out: they declined, were replaced, or cannot be reached. */
@Service
public class StandingDown {
  private final Enrolments enrolments;
  private final Nominations nominations;
  private final NeverContact neverContact;
  private final SealingDeclines declines;
  private final EvaluationDrafts drafts;
  private final EvaluatorMails mails;
  private final ProgrammeClock clock;
  private final ApplicationEventPublisher events;

  StandingDown(
      Enrolments enrolments,
      Nominations nominations,
      NeverContact neverContact,
      SealingDeclines declines,
      EvaluationDrafts drafts,
      EvaluatorMails mails,
      ProgrammeClock clock,
      ApplicationEventPublisher events) {
    this.enrolments = enrolments;
    this.nominations = nominations;
    this.neverContact = neverContact;
    this.declines = declines;
    this.drafts = drafts;
    this.mails = mails;
    this.clock = clock;
    this.events = events;
  }

  /**
   * The candidate will name somebody else.
   *
   * @throws Rejected NOT_FOUND when the nominee is not one of this enrolment, CONFLICT when there
   *     is nothing to replace any more
   */
  @Transactional
  public void replace(EnrolmentId enrolment, NomineeId nominee) {
    Nomination one = locked(nominee);
    if (!one.enrolment().equals(enrolment)) {
      throw new Rejected(Rejection.notFound("evaluator"));
    }
    end(one, NominationState.REPLACED);
    if (one.invitedAt() != null) {
      mails.stoodDown(one);
    }
  }

  /**
   * The evaluator says no.
   *
   * @param reason for the programme only, may be empty; sealed
   * @param neverAgain whether the programme must never write to this mailbox again
   */
  @Transactional
  public void decline(NomineeId nominee, String reason, boolean neverAgain) {
    Nomination one = locked(nominee);
    end(one, NominationState.DECLINED);
    if (!reason.isBlank()) {
      declines.seal(one.enrolment(), nominee.value(), reason.strip());
    }
    if (neverAgain) {
      neverContact.add(one.nominee().mailbox());
    }
    mails.anotherNeeded(one, NominationState.DECLINED);
  }

  /**
   * The mailbox cannot be reached. A nominee who is not awaited any more, or who came by an earlier
   * link already, stays as they are.
   */
  @Transactional
  public void bounced(NomineeId nominee) {
    Nomination one = locked(nominee);
    if (one.state().open()
        && one.openedAt() == null
        && enrolments.get(one.enrolment()).windowOpenAt(clock.now())) {
      end(one, NominationState.BOUNCED);
      mails.anotherNeeded(one, NominationState.BOUNCED);
    }
  }

  private Nomination locked(NomineeId nominee) {
    enrolments.lock(nominations.get(nominee).enrolment());
    return nominations.get(nominee);
  }

  private void end(Nomination one, NominationState end) {
    NominatingEvaluators.requireOpenWindow(enrolments.get(one.enrolment()), clock.now());
    nominations.ended(one, end, clock.now());
    drafts.forget(one.id().value());
    events.publishEvent(new EvaluatorStoodDown(one.enrolment(), one.id(), end));
  }
}
