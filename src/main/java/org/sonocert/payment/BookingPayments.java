package org.sonocert.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Service;

/** Takes a confirmed payment into our books, under the enrolment's lock. */
@Service
public class BookingPayments {
  private final Intents intents;
  private final IntentRows rows;
  private final Payments payments;
  private final Enrolments enrolments;
  private final ProgrammeClock clock;

  BookingPayments(
      Intents intents,
      IntentRows rows,
      Payments payments,
      Enrolments enrolments,
      ProgrammeClock clock) {
    this.intents = intents;
    this.rows = rows;
    this.payments = payments;
    this.enrolments = enrolments;
    this.clock = clock;
  }

  /**
   * What was booked: the outcome, and whether the enrolment is to be opened in this transaction.
   */
  public record Booked(EnrolmentId enrolment, Purchase purchase, boolean opensNow) {}

  /**
   * Books a charge that succeeded. An intent that was booked before gets its first answer again.
   */
  public Booked book(EnrolmentId id, UUID intentId, Charge charge) {
    Enrolment enrolment = enrolments.lock(id);
    IntentRows.WithQuote read = rows.findWithQuote(intentId).orElseThrow(BookingPayments::unknown);
    Intent intent = read.intent();
    if (intent.settled()) {
      return new Booked(id, answer(intent), false);
    }
    if (read.sentBack()) { // nothing is opened with money that is on its way to its payer
      return new Booked(id, new Purchase(Purchase.State.WAITING, ""), false);
    }
    Instant now = clock.now();
    Optional<String> back = PurchaseRule.returned(enrolment, read.quote(), charge, now);
    if (back.isPresent()) {
      return new Booked(id, giveBack(intent, charge, back.get()), false);
    }
    payments.capture(intent, String.valueOf(intent.reference()), charge, now);
    return new Booked(id, new Purchase(Purchase.State.OPENED, ""), true);
  }

  /** Books that the money goes back, unless it was booked before. */
  public Purchase giveBack(EnrolmentId id, UUID intentId, Charge charge, String reason) {
    enrolments.lock(id);
    Intent intent = get(intentId);
    return intent.settled() ? answer(intent) : giveBack(intent, charge, reason);
  }

  private Purchase giveBack(Intent intent, Charge charge, String reason) {
    intents.goesBack(intent, charge, reason);
    return new Purchase(Purchase.State.RETURNED, reason);
  }

  private Intent get(UUID id) {
    return rows.find(id).orElseThrow(BookingPayments::unknown);
  }

  private static Rejected unknown() {
    return new Rejected(Rejection.notFound("payment"));
  }

  /** What an attempt's payer is told. */
  static Purchase answer(Intent intent) {
    String reason = intent.returnReason();
    return switch (intent.state()) {
      case CAPTURED -> new Purchase(Purchase.State.OPENED, "");
      case RETURNED ->
          new Purchase(Purchase.State.RETURNED, reason == null ? "The money goes back." : reason);
      case OPEN, ABANDONED -> new Purchase(Purchase.State.WAITING, "");
    };
  }
}
