package org.sonocert.payment.owed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.payment.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds money that is with us, by any of the references that a manager may have before them. */
@Repository
class FindingPayments {
  private final JdbcClient db;

  FindingPayments(JdbcClient db) {
    this.db = db;
  }

  /** A payment that opened an enrolment: by the provider's reference, our attempt or enrolment. */
  Optional<PaidTo> opened(String reference) {
    return db.sql(
            """
            select i.enrolment_id, i.id, p.provider, p.reference, p.instrument, p.amount_cents,
                   p.currency, a.email
              from payment p
              join payment_intent i on i.id = p.intent_id
              join enrolment e on e.id = p.enrolment_id
              join v_identity_address a on a.account_id = e.candidate_id
             where i.state = 'captured' and p.provider <> 'code' and p.amount_cents > 0
               and ? in (p.reference, p.intent_id::text, p.enrolment_id::text)
            """)
        .param(reference)
        .query(FindingPayments::row)
        .optional();
  }

  /** Money at a card company that belongs to no payment of ours. */
  private Optional<PaidTo> unknown(String payment) {
    return db.sql(
            """
            select null::uuid, null::uuid, provider, payment, 'card', their_cents, currency, null
              from money_mismatch
             where payment = ? and gone_at is null and their_cents > 0
               and reason in ('unknown-payment', 'not-booked')
             order by id limit 1
            """)
        .param(payment)
        .query(FindingPayments::row)
        .optional();
  }

  /**
   * The money that an order is about.
   *
   * @throws org.sonocert.core.Rejected INVALID when there is none that could go back
   */
  PaidTo of(OrderForm typed) {
    String reference = typed.referenceGiven();
    Optional<PaidTo> opened = opened(reference);
    if (opened.isPresent()) {
      return opened.get();
    }
    Optional<PaidTo> unknown = unknown(reference);
    if (unknown.isPresent()) {
      return to(unknown.get(), typed.address());
    }
    if (typed.transfer() == null) {
      throw OrderForm.refused(
          "owed-reference",
          "No payment of ours that could go back, and none on the list of mismatches, has this"
              + " reference. For a transfer at the bank that we have not booked type its amount.");
    }
    return new PaidTo(
        null,
        null,
        "bank",
        reference,
        "bank transfer " + reference,
        Objects.requireNonNull(typed.transfer()),
        typed.address());
  }

  private static PaidTo to(PaidTo paid, String address) {
    return new PaidTo(
        null, null, paid.provider(), paid.reference(), paid.instrument(), paid.amount(), address);
  }

  private static PaidTo row(ResultSet row, int n) throws SQLException {
    @Nullable UUID enrolment = row.getObject(1, UUID.class);
    return new PaidTo(
        enrolment == null ? null : new EnrolmentId(enrolment),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        new Money(row.getLong(6), row.getString(7)),
        row.getString(8));
  }
}
