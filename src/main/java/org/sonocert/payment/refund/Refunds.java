package org.sonocert.payment.refund;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.OncePerTransaction;
import org.sonocert.payment.refund.Refund.Return;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers to candidates who asked to cancel, each noted for the leaf of its transaction. */
@Repository
public class Refunds {
  private final JdbcClient db;
  private final AuditTrail audit;

  Refunds(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** The answer that an enrolment's candidate got, if they asked. */
  public Optional<Refund> of(EnrolmentId enrolment) {
    return db.sql("select * from refund where enrolment_id = ?")
        .param(enrolment.value())
        .query(RefundRows::refund)
        .optional();
  }

  /**
   * The money that opened an enrolment and can go back; empty for an enrollment code, and when a
   * refund that the programme owes was approved. One that was only ordered takes nothing away.
   */
  public Optional<PaidMoney> paid(EnrolmentId enrolment) {
    PaidMoney known = OncePerTransaction.find(PaidMoney.class, enrolment);
    return known != null ? Optional.of(known) : read(enrolment);
  }

  /** A payment is written once, so that a transaction reads it once. */
  private Optional<PaidMoney> read(EnrolmentId enrolment) {
    return db.sql(
            """
            select intent_id, amount_cents, currency, instrument,
                   exists (select 1 from card_dispute d
                            where d.enrolment_id = payment.enrolment_id
                              and d.intent_id = payment.intent_id and d.phase <> 'won') as disputed
              from payment
             where enrolment_id = ? and intent_id is not null and amount_cents > 0
               and provider <> 'code'
               and not exists (select 1 from owed_refund o
                                where o.intent_id = payment.intent_id and o.approved)
            """)
        .param(enrolment.value())
        .query(RefundRows::paid)
        .optional()
        .map(paid -> OncePerTransaction.keep(PaidMoney.class, enrolment, paid));
  }

  /** Keeps an answer, once and for good. */
  public void answer(Refund refund) {
    Return back = refund.returned();
    db.sql(
            """
            insert into refund (enrolment_id, requested_at, granted, reason, release, intent_id,
                                amount_cents, currency, instrument, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(refund.enrolment().value())
        .param(Timestamp.from(refund.requestedAt()))
        .param(refund.granted())
        .param(refund.reason())
        .param(refund.release())
        .param(back == null ? null : back.paid().intent())
        .param(back == null ? null : back.paid().amount().cents())
        .param(back == null ? null : back.paid().amount().currency())
        .param(back == null ? null : back.paid().instrument())
        .param(back == null ? null : Timestamp.from(back.dueAt()))
        .update();
    audit.note(refund.enrolment(), new Change("refund-answered", facts(refund)));
  }

  private static Map<String, Object> facts(Refund refund) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("granted", refund.granted());
    facts.put("reason", refund.reason());
    Return back = refund.returned();
    if (back != null) {
      facts.put("amountCents", back.paid().amount().cents());
      facts.put("currency", back.paid().amount().currency());
      facts.put("dueAt", back.dueAt().toString());
    }
    return facts;
  }

  /** From now on a person pays back, and the provider is not told to any more. */
  public void handOver(EnrolmentId enrolment, Instant now) {
    changed(
        db.sql("update refund set by_hand_since = ? where enrolment_id = ? and returned_at is null")
            .params(Timestamp.from(now), enrolment.value())
            .update());
    audit.note(enrolment, new Change("refund-handed-over", Map.of("at", now.toString())));
  }

  /** Whether the money of this attempt is in the hands of a person. */
  public boolean inHands(UUID intent) {
    return db.sql("select 1 from refund where intent_id = ? and by_hand_since is not null")
        .param(intent)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Keeps who paid back by hand, and under which reference. */
  public void byHand(EnrolmentId enrolment, AccountId by, String reference) {
    changed(
        db.sql(
                "update refund set by_hand_by = ?, by_hand_ref = ?"
                    + " where enrolment_id = ? and returned_at is null")
            .params(by.value(), reference, enrolment.value())
            .update());
    audit.note(enrolment, new Change("refund-paid-by-hand", Map.of("reference", reference)));
  }

  /** Keeps when the money was returned. */
  public void returned(EnrolmentId enrolment, Instant at) {
    changed(
        db.sql("update refund set returned_at = ? where enrolment_id = ? and returned_at is null")
            .params(Timestamp.from(at), enrolment.value())
            .update());
    audit.note(enrolment, new Change("refund-returned", Map.of("at", at.toString())));
  }

  private static void changed(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("No money of this refund is on its way");
    }
  }
}
