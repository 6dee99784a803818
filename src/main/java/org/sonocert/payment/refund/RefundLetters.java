package org.sonocert.payment.refund;

import java.time.Instant;
import java.util.Map;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.payment.refund.Refund.Return;
import org.springframework.stereotype.Service;

/** What is written to a candidate who asked to cancel. */
@Service
public class RefundLetters {
  private final CandidateLetters letters;
  private final Enrolments enrolments;
  private final Accounts accounts;

  RefundLetters(CandidateLetters letters, Enrolments enrolments, Accounts accounts) {
    this.letters = letters;
    this.enrolments = enrolments;
    this.accounts = accounts;
  }

  /** The answer: granted with money, cancelled without, or refused. */
  public void answered(Refund refund, Enrolment enrolment) {
    Account candidate = accounts.get(enrolment.candidate());
    Return back = refund.returned();
    if (back == null) {
      String kind = refund.granted() ? "enrolment-cancelled" : "refund-refused";
      letters.post(enrolment, candidate, kind, "", Map.of("reason", refund.reason()));
      return;
    }
    letters.post(
        enrolment,
        candidate,
        "refund-granted",
        "",
        Map.of(
            "reason", refund.reason(),
            "price", back.amount(candidate.locale()),
            "instrument", back.instrument(),
            "due", Moments.day(back.dueAt(), candidate.locale())));
  }

  /** The money was given back. */
  public void returned(Refund refund, Instant at) {
    Return back = refund.returned();
    if (back == null) {
      throw new IllegalStateException("No money goes back to enrolment " + refund.enrolment());
    }
    Enrolment enrolment = enrolments.get(refund.enrolment());
    Account candidate = accounts.get(enrolment.candidate());
    letters.post(
        enrolment,
        candidate,
        "refund-returned",
        "",
        Map.of(
            "price", back.amount(candidate.locale()),
            "instrument", back.instrument(),
            "at", Moments.day(at, candidate.locale())));
  }
}
