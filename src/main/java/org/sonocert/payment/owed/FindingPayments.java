package org.sonocert.payment.owed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
  private static final String BEHIND =
      """
      select distinct i.enrolment_id
        from money_mismatch m join payment_intent i on i.id = m.intent_id
       where m.provider = ? and m.payment = ? and m.reason = 'not-booked'
      """;
  private static final String BEHIND_BOOKED = BEHIND + " and i.state in ('captured', 'returned')";

  private final JdbcClient db;

  FindingPayments(JdbcClient db) {
    this.db = db;
  }

  /**
   * A payment that opened an enrolment: by the provider's reference, our attempt or enrolment.
   * Money that the candidate's own right gives back is not found, from the answer on.
   *
   * @throws org.sonocert.core.Rejected INVALID when two providers use the same reference
   */
  Optional<PaidTo> opened(String reference) {
    UUID id = uuid(reference);
    List<PaidTo> found =
        db.sql(
                """
                select i.enrolment_id, i.id, p.provider, p.reference, p.instrument, p.amount_cents,
                       p.currency, a.email
                  from payment p
                  join payment_intent i on i.id = p.intent_id
                  join enrolment e on e.id = p.enrolment_id
                  join v_identity_address a on a.account_id = e.candidate_id
                 where (p.reference = :reference or p.intent_id = cast(:id as uuid)
                        or p.enrolment_id = cast(:id as uuid))
                   and i.state = 'captured' and p.provider <> 'code' and p.amount_cents > 0
                   and not exists (select 1 from refund r
                                    where r.enrolment_id = i.enrolment_id and r.intent_id = i.id)
                """)
            .param("reference", reference)
            .param("id", id == null ? null : id.toString())
            .query(FindingPayments::row)
            .list();
    if (found.size() > 1) {
      throw OrderForm.refused(
          "owed-several",
          "Several payments have this reference. Type the enrolment's id instead, which its page has"
              + " in its address.");
    }
    return found.stream().findFirst();
  }

  private static @Nullable UUID uuid(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException reference) {
      return null;
    }
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

  /** The enrolment of the attempt that a card company names for money that we had not booked. */
  Optional<EnrolmentId> attempted(String provider, String payment) {
    return db.sql(BEHIND)
        .params(provider, payment)
        .query(UUID.class)
        .optional()
        .map(EnrolmentId::new);
  }

  /**
   * Whether that attempt's money is booked by now: it opened an enrolment, or goes back by itself.
   */
  boolean booked(String provider, String payment) {
    return db.sql("select exists (" + BEHIND_BOOKED + ")")
        .params(provider, payment)
        .query(Boolean.class)
        .single();
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
      return notBooked(unknown.get(), typed);
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

  private PaidTo notBooked(PaidTo paid, OrderForm typed) {
    if (booked(paid.provider(), paid.reference())) {
      throw OrderForm.refused(
          "owed-booked",
          "This payment was booked meanwhile. If it is to go back all the same, type the id of the"
              + " enrolment that it paid.");
    }
    return new PaidTo(
        null,
        null,
        paid.provider(),
        paid.reference(),
        paid.instrument(),
        paid.amount(),
        typed.address());
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
