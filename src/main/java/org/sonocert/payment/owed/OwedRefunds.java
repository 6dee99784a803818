package org.sonocert.payment.owed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.payment.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refunds that the programme owes, as rows. */
@Repository
public class OwedRefunds {
  private static final int MOST_SHOWN = 200;
  private static final int LONGEST_ERROR = 300;
  private static final String READ =
      "select o.*, coalesce(n.name, o.rule, '') as ordered_name, t.last_said from owed_refund o"
          + " left join v_identity_name n on n.account_id = o.ordered_by"
          + " left join owed_attempt t on t.refund_id = o.id ";

  private final JdbcClient db;

  OwedRefunds(JdbcClient db) {
    this.db = db;
  }

  /** Adds an order; false when one of this id is there, because its form was sent twice. */
  boolean add(
      UUID id, PaidTo paid, OwedRefund.Reason reason, String note, AccountId by, Instant now) {
    return db.sql(
                """
                insert into owed_refund (id, enrolment_id, intent_id, provider, reference, instrument,
                                         amount_cents, currency, reason, note, payer_email, ordered_by,
                                         ordered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """)
            .param(id)
            .param(paid.enrolment() == null ? null : paid.enrolment().value())
            .param(paid.intent())
            .param(paid.provider())
            .param(paid.reference())
            .param(paid.instrument())
            .param(paid.amount().cents())
            .param(paid.amount().currency())
            .param(reason.word())
            .param(note)
            .param(paid.payerEmail())
            .param(by.value())
            .param(Timestamp.from(now))
            .update()
        == 1;
  }

  /** Adds what a rule owes, approved by it; false when this money goes back already. */
  boolean addByRule(UUID id, PaidTo paid, OwedRefund.Reason reason, String rule, Instant now) {
    return db.sql(
                """
                insert into owed_refund (id, enrolment_id, intent_id, provider, reference, instrument,
                                         amount_cents, currency, reason, note, payer_email, rule,
                                         ordered_at, decided_at, approved)
                values (:id, :enrolment, :intent, :provider, :reference, :instrument, :cents,
                        :currency, :reason, :rule, :payer, :rule, :at, :at, true)
                on conflict do nothing
                """)
            .param("id", id)
            .param("enrolment", paid.enrolment() == null ? null : paid.enrolment().value())
            .param("intent", paid.intent())
            .param("provider", paid.provider())
            .param("reference", paid.reference())
            .param("instrument", paid.instrument())
            .param("cents", paid.amount().cents())
            .param("currency", paid.amount().currency())
            .param("reason", reason.word())
            .param("rule", rule)
            .param("payer", paid.payerEmail())
            .param("at", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Keeps a decision; false when it was decided before. */
  boolean decide(UUID id, AccountId by, boolean approved, Instant now) {
    return db.sql(
                "update owed_refund set decided_by = ?, decided_at = ?, approved = ?"
                    + " where id = ? and approved is null")
            .params(by.value(), Timestamp.from(now), approved, id)
            .update()
        == 1;
  }

  /** Keeps that the money is back, and books it; false when it was noted before. */
  boolean givenBack(UUID id, @Nullable String byHand, Instant now) {
    return db.sql(
            """
            with given as (
              update owed_refund set given_back_at = ?, by_hand_ref = ?
               where id = ? and approved and given_back_at is null returning *)
            select book('owed-given-back/' || id, 'given-back', given_back_at, enrolment_id, intent_id,
                        provider, reference, 'refunds-payable', money_account(provider), amount_cents,
                        currency)
              from given
            """)
        .param(Timestamp.from(now))
        .param(byHand)
        .param(id)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /** Books that approved money is owed now. */
  void bookOwed(OwedRefund owed, Instant now) {
    boolean known = owed.intent() != null;
    db.sql(
            """
            select book('owed/' || o.id, ?, ?, o.enrolment_id, o.intent_id, o.provider, o.reference,
                        case when ? then 'fees-earned' else money_account(o.provider) end,
                        'refunds-payable', o.amount_cents, o.currency)
              from owed_refund o where o.id = ?
            """)
        .params(known ? "refund" : "unmatched", Timestamp.from(now), known, owed.id())
        .query(Long.class)
        .single();
  }

  /** Notes that a provider is told once more. */
  public void begin(UUID id) {
    db.sql(
            """
            insert into owed_attempt (refund_id, attempts, last_said) values (?, 1, 'under way')
            on conflict (refund_id) do update
              set attempts = owed_attempt.attempts + 1, last_said = 'under way'
            """)
        .param(id)
        .update();
  }

  /** Notes what came of it. */
  public void said(UUID id, String answer) {
    db.sql("update owed_attempt set last_said = ? where refund_id = ?")
        .params(answer.substring(0, Math.min(answer.length(), LONGEST_ERROR)), id)
        .update();
  }

  Optional<OwedRefund> find(UUID id) {
    return db.sql(READ + "where o.id = ?").param(id).query(OwedRefunds::row).optional();
  }

  /** What is not back and was not refused, oldest first. */
  public List<OwedRefund> open() {
    return db.sql(
            READ
                + "where o.given_back_at is null and o.approved is not false"
                + " order by o.ordered_at limit ?")
        .param(MOST_SHOWN)
        .query(OwedRefunds::row)
        .list();
  }

  private static OwedRefund row(ResultSet row, int n) throws SQLException {
    UUID enrolment = row.getObject("enrolment_id", UUID.class);
    Timestamp back = row.getTimestamp("given_back_at");
    return new OwedRefund(
        row.getObject("id", UUID.class),
        enrolment == null ? null : new EnrolmentId(enrolment),
        row.getObject("intent_id", UUID.class),
        row.getString("provider"),
        row.getString("reference"),
        row.getString("instrument"),
        new Money(row.getLong("amount_cents"), row.getString("currency")),
        OwedRefund.Reason.of(row.getString("reason")),
        row.getString("note"),
        row.getString("payer_email"),
        row.getObject("ordered_by", UUID.class),
        row.getString("ordered_name"),
        row.getTimestamp("ordered_at").toInstant(),
        row.getObject("approved", Boolean.class),
        back == null ? null : back.toInstant(),
        row.getString("last_said"));
  }
}
