package org.sonocert.payment;

import static org.sonocert.core.PersonalData.ofEnrolments;

import java.util.List;
import org.sonocert.core.PersonalData;
import org.springframework.stereotype.Component;

/** What somebody was asked for, paid and got back; the payer of a code stays out. */
@Component
class PaymentsOfPerson implements PersonalData {

  @Override
  public List<Part> parts() {
    return List.of(
        ofEnrolments(
            "quotes",
            "t.amount_cents, t.currency, t.window_ends_at, t.prepared_at, t.expires_at",
            "quote"),
        ofEnrolments(
            "paymentAttempts",
            "t.provider, t.reference, t.amount_cents, t.currency, t.state, t.return_reason, t.given_back_at, t.created_at",
            "payment_intent"),
        ofEnrolments(
            "payments",
            "t.provider, t.reference, t.instrument, t.amount_cents, t.currency, t.captured_at",
            "payment"),
        ofEnrolments(
            "refunds",
            "t.requested_at, t.granted, t.reason, t.amount_cents, t.currency, t.instrument, t.due_at, t.returned_at",
            "refund"),
        ofEnrolments(
            "invoices",
            "t.number, t.amount_cents, t.currency, t.issued_at, t.due_at, t.state, t.settled_at, t.paid_on, t.reference, t.reason",
            "invoice"),
        ofEnrolments(
            "cardDisputes",
            "t.provider, t.reference, t.amount_cents, t.currency, t.reason, t.opened_at, t.answer_by, t.phase, t.decided_at",
            "card_dispute"),
        ofEnrolments(
            "owedRefunds",
            "t.amount_cents, t.currency, t.instrument, t.reason, t.ordered_at, t.given_back_at",
            "owed_refund"),
        ofEnrolments(
            "enrollmentCodes", "t.ending, t.state, t.since, t.consented_at", "enrollment_code"));
  }
}
