package org.sonocert.payment.owed;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.dispute.CardDisputes;
import org.sonocert.payment.ledger.Mismatches;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refunds that the programme owes: one manager orders, another one approves, and only then money
 * moves. They stand beside the candidate's own right and never move the same money twice.
 */
@Service
public class OwingRefunds {
  private final OwedRefunds rows;
  private final FindingPayments payments;
  private final CardDisputes disputes;
  private final Mismatches mismatches;
  private final Enrolments enrolments;
  private final OwedLetters letters;
  private final AuditTrail audit;
  private final ProgrammeClock clock;
  private final ApplicationEventPublisher events;

  OwingRefunds(
      OwedRefunds rows,
      FindingPayments payments,
      CardDisputes disputes,
      Mismatches mismatches,
      Enrolments enrolments,
      OwedLetters letters,
      AuditTrail audit,
      ProgrammeClock clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.payments = payments;
    this.disputes = disputes;
    this.mismatches = mismatches;
    this.enrolments = enrolments;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** A refund was approved; told in the transaction that says so. */
  public record Approved(UUID refund) {}

  /**
   * Orders a refund; the same form again changes nothing.
   *
   * @throws Rejected INVALID with what to correct, CONFLICT when the money goes back already
   */
  @Transactional
  public void order(AccountId manager, OrderForm typed) {
    OwedRefund.Reason reason = typed.reasonGiven();
    String note = typed.noteGiven();
    if (rows.find(typed.uuid()).isPresent()) {
      return;
    }
    PaidTo paid = payments.of(typed);
    lock(paid.enrolment());
    try {
      rows.add(typed.uuid(), paid, reason, note, manager, clock.now());
    } catch (DuplicateKeyException e) {
      throw conflict("owed-before", "This money goes back already. Nothing was changed.");
    }
    note(
        paid.enrolment(),
        "owed-refund-ordered",
        Map.of("refund", typed.id(), "reason", reason.word(), "cents", paid.amount().cents()));
  }

  /**
   * Owes the money that opened an enrolment by a rule of the programme, which stands in the place
   * of the two managers. Nothing happens when no money was paid, or it goes back already.
   *
   * @param rule its name, for whoever looks at the books
   */
  @Transactional
  public void oweByRule(EnrolmentId id, OwedRefund.Reason reason, String rule) {
    enrolments.lock(id);
    payments.opened(id.toString()).ifPresent(paid -> oweByRule(paid, reason, rule));
  }

  private void oweByRule(PaidTo paid, OwedRefund.Reason reason, String rule) {
    UUID refund = UUID.randomUUID();
    if (rows.addByRule(refund, paid, reason, rule, clock.now())) {
      note(
          paid.enrolment(),
          "owed-refund-by-rule",
          Map.of("refund", refund.toString(), "rule", rule, "cents", paid.amount().cents()));
      rows.bookOwed(get(refund), clock.now());
      events.publishEvent(new Approved(refund));
    }
  }

  /**
   * Decides an order, as another manager than the one who gave it.
   *
   * @throws Rejected CONFLICT for that same manager, or when it was decided or the money went back
   *     before
   */
  @Transactional
  public void decide(AccountId manager, UUID id, boolean approved) {
    OwedRefund owed = get(id);
    lock(owed);
    if (manager.value().equals(owed.orderedById())) {
      throw conflict(
          "own-order", "You ordered this refund yourself, so another manager has to decide it.");
    }
    if (approved) {
      mustBeThere(owed);
    }
    if (!rows.decide(id, manager, approved, clock.now())) {
      throw conflict("owed-decided", "This order was decided before. Nothing was changed.");
    }
    note(
        owed.enrolment(),
        approved ? "owed-refund-approved" : "owed-refund-refused",
        Map.of("refund", id.toString()));
    if (approved) {
      rows.bookOwed(owed, clock.now());
      events.publishEvent(new Approved(id));
    }
  }

  /** Under the lock, since the money may have gone back, or opened an enrolment, meanwhile. */
  private void mustBeThere(OwedRefund owed) {
    UUID intent = owed.intent();
    if (intent != null && disputes.withheld(intent)) {
      throw conflict(
          "payment-disputed",
          "The card company is looking at this payment and may give it back itself. Decide when it"
              + " has decided, or it goes back twice.");
    }
    if (intent != null && payments.opened(intent.toString()).isEmpty()) {
      throw conflict(
          "went-back", "This money went back in another way meanwhile. Refuse the order.");
    }
    if (intent == null && payments.booked(owed.provider(), owed.reference())) {
      throw conflict(
          "booked-meanwhile",
          "This payment was booked meanwhile, so it is not unknown any more. Refuse the order.");
    }
  }

  /** Keeps that the money is back, by hand when a reference is given, and writes to the payer. */
  @Transactional
  public void givenBack(UUID id, @Nullable String byHand) {
    OwedRefund owed = get(id);
    lock(owed.enrolment());
    if (byHand != null && !owed.byHand()) {
      throw conflict(
          "owed-by-card", "The card company gives this money back. Nobody pays it back by hand.");
    }
    if (!rows.givenBack(id, byHand, clock.now())) {
      if (byHand != null) {
        throw conflict("owed-not-open", "This refund is not approved, or was paid back before.");
      }
      return;
    }
    note(owed.enrolment(), "owed-refund-given-back", Map.of("refund", id.toString()));
    mismatches.gone(owed.provider(), owed.reference(), Mismatches.Reason.UNKNOWN_PAYMENT);
    letters.returned(owed);
  }

  private OwedRefund get(UUID id) {
    return rows.find(id).orElseThrow(() -> new Rejected(Rejection.notFound("refund")));
  }

  /** Locks the enrolment that was paid, or else the one that a booking of the money would open. */
  private void lock(OwedRefund owed) {
    lock(owed.enrolment());
    if (owed.enrolment() == null) {
      payments.attempted(owed.provider(), owed.reference()).ifPresent(enrolments::lock);
    }
  }

  private void lock(@Nullable EnrolmentId enrolment) {
    if (enrolment != null) {
      enrolments.lock(enrolment);
    }
  }

  private void note(@Nullable EnrolmentId enrolment, String type, Map<String, ?> data) {
    if (enrolment != null) {
      audit.note(enrolment, new Change(type, data));
    }
  }

  private static Rejected conflict(String code, String reason) {
    return new Rejected(Rejection.conflict(code, reason));
  }
}
