package org.sonocert.peerevaluation;

import java.time.Instant;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way in for an evaluator: a mailed reference, then a one-time code to the same mailbox. */
@Service
public class OpeningInvitations {
  private final Invitations invitations;
  private final Nominations nominations;
  private final Enrolments enrolments;
  private final EvaluationCodes codes;
  private final EvaluatorMails mails;
  private final ProgrammeClock clock;

  OpeningInvitations(
      Invitations invitations,
      Nominations nominations,
      Enrolments enrolments,
      EvaluationCodes codes,
      EvaluatorMails mails,
      ProgrammeClock clock) {
    this.invitations = invitations;
    this.nominations = nominations;
    this.enrolments = enrolments;
    this.codes = codes;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * The nomination that a reference belongs to, while it may be answered. Changes nothing.
   *
   * @throws Rejected NOT_FOUND for an unknown reference, GONE with the reason when it is over
   */
  @Transactional(readOnly = true)
  public Nomination look(String reference) {
    NomineeId id =
        invitations
            .find(reference)
            .orElseThrow(
                () ->
                    new Rejected(
                        new Rejection(
                            Rejection.Kind.NOT_FOUND,
                            "reference-unknown",
                            "This link is not known here. Please open it exactly as it stands in"
                                + " our newest mail.")));
    Nomination one = nominations.get(id);
    requireAwaited(one, enrolments.get(one.enrolment()), clock.now());
    return one;
  }

  /**
   * Mails a one-time code to the invited mailbox.
   *
   * @param one as {@link #look} gave it
   * @throws Rejected TOO_MANY when codes were asked for too often
   */
  @Transactional
  public void sendCode(Nomination one) {
    mails.code(one, codes.draw(one.id()));
    nominations.opened(one, clock.now());
  }

  /**
   * Tries a code. A try counts whatever comes out, so a wrong one is an answer and no refusal.
   *
   * @throws Rejected as {@link #look}
   */
  @Transactional
  public Entry enter(String reference, String code) {
    Nomination one = look(reference);
    return new Entry(one, codes.check(one.id(), code));
  }

  /** What a try came to. */
  public record Entry(Nomination nomination, EvaluationCodes.Check check) {

    /** Whether the door is open. */
    public boolean open() {
      return check == EvaluationCodes.Check.RIGHT;
    }

    /** Whether only a new code helps. */
    public boolean needsNewCode() {
      return check == EvaluationCodes.Check.VOID;
    }
  }

  /** Says why an answer is not awaited, if it is not. */
  static void requireAwaited(Nomination one, Enrolment enrolment, Instant now) {
    switch (one.state()) {
      case SUBMITTED ->
          gone("evaluation-sent", "Your evaluation is in. Thank you: nothing more is needed.");
      case DECLINED ->
          gone("evaluation-declined", "You declined this request, so nothing is asked of you.");
      case REPLACED, BOUNCED ->
          gone("evaluator-replaced", "You are no longer asked for this evaluation. Thank you.");
      case RELEASED ->
          gone(
              "evaluator-released",
              "This evaluation is no longer needed, because the enrolment that it was for is over."
                  + " Nothing is asked of you. Thank you.");
      default -> {
        if (!enrolment.windowOpenAt(now)) {
          gone(
              "window-ended",
              "The time for this evaluation is over, so nothing more can be sent in.");
        }
      }
    }
  }

  private static void gone(String code, String reason) {
    throw new Rejected(Rejection.gone(code, reason));
  }
}
