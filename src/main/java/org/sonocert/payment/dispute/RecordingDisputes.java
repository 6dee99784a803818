package org.sonocert.payment.dispute;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.DisputeSaid;
import org.sonocert.payment.GivingBack;
import org.sonocert.payment.Intent;
import org.sonocert.payment.PaymentAttempts;
import org.sonocert.payment.ledger.Mismatches;
import org.sonocert.payment.ledger.Mismatches.Difference;
import org.sonocert.payment.ledger.Mismatches.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what a company says of a dispute into our tables and books, under the enrolment's lock.
 * Said again it changes nothing; said late, or the end before the beginning, the books are the same
 * in the end. A dispute of a payment that is none of ours is kept too, and listed.
 */
@Service
public class RecordingDisputes {
  private final CardDisputes disputes;
  private final BookingDisputes booking;
  private final PaymentAttempts attempts;
  private final GivingBack giving;
  private final Mismatches mismatches;
  private final Enrolments enrolments;
  private final ProgrammeClock clock;
  private final JdbcClient db;

  RecordingDisputes(
      CardDisputes disputes,
      BookingDisputes booking,
      PaymentAttempts attempts,
      GivingBack giving,
      Mismatches mismatches,
      Enrolments enrolments,
      ProgrammeClock clock,
      JdbcClient db) {
    this.disputes = disputes;
    this.booking = booking;
    this.attempts = attempts;
    this.giving = giving;
    this.mismatches = mismatches;
    this.enrolments = enrolments;
    this.clock = clock;
    this.db = db;
  }

  /**
   * What came of it.
   *
   * @param changed whether the company says something else than before
   */
  public record Recorded(CardDispute dispute, boolean changed) {}

  /**
   * Records in the caller's transaction.
   *
   * @throws IllegalStateException while the payment is on its way into our books, so that it is
   *     recorded later
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Recorded record(String provider, DisputeSaid said) {
    Optional<Intent> known = attempt(provider, said);
    if (known.isPresent() && !known.get().settled()) {
      throw new IllegalStateException(
          "The payment of dispute " + said.reference() + " is not settled yet");
    }
    Intent intent = known.orElse(null);
    if (intent != null) {
      enrolments.lock(intent.enrolment());
    }
    Instant now = clock.now();
    boolean fresh = disputes.add(UUID.randomUUID(), provider, said, intent, now);
    CardDispute before = disputes.find(provider, said.reference()).orElseThrow();
    if (fresh || before.differsFrom(said)) {
      disputes.say(before.id(), said, now);
      if (intent != null) {
        disputes.note(intent.enrolment(), said);
        book(before.id(), provider, said, intent, now);
      }
    }
    if (intent == null) {
      list(provider, said);
    }
    return new Recorded(disputes.get(before.id()), fresh || before.phase() != said.phase());
  }

  private Optional<Intent> attempt(String provider, DisputeSaid said) {
    return Optional.ofNullable(said.intent())
        .flatMap(attempts::find)
        .filter(found -> found.provider().equals(provider));
  }

  /** Nobody here knows whose it is, so that a manager has to look; won, it is nobody's matter. */
  private void list(String provider, DisputeSaid said) {
    if (said.phase() == DisputeSaid.Phase.WON) {
      mismatches.gone(provider, said.payment(), Reason.DISPUTED);
      return;
    }
    mismatches.found(
        new Difference(
            provider, said.payment(), Reason.DISPUTED, said.intent(), said.amount(), null));
  }

  private void book(UUID id, String provider, DisputeSaid said, Intent intent, Instant now) {
    boolean owed = intent.state() == Intent.State.RETURNED && !givenBack(intent.id());
    boolean lost = said.phase() == DisputeSaid.Phase.LOST;
    booking.book(id, provider, said, intent, loss(intent, owed), now);
    if (owed && lost) { // what we owed the payer, the company has taken from us for them
      giving.noteGivenBack(intent);
    }
  }

  private static String loss(Intent intent, boolean owed) {
    if (intent.state() == Intent.State.CAPTURED) {
      return "fees-earned";
    }
    return owed ? "card-clearing" : "dispute-losses";
  }

  private boolean givenBack(UUID intent) {
    return db.sql("select given_back_at is not null from payment_intent where id = ?")
        .param(intent)
        .query(Boolean.class)
        .single();
  }

  /** Whether the attempt's money opened this dispute's enrolment. */
  public boolean boughtWithIt(CardDispute dispute) {
    UUID intent = dispute.intent();
    return intent != null
        && db.sql("select 1 from payment where enrolment_id = ? and intent_id = ?")
            .params(dispute.ofEnrolment().value(), intent)
            .query(Integer.class)
            .optional()
            .isPresent();
  }
}
