package org.sonocert.payment;

import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.ProgrammeClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Attempts whose money goes back, each change noted for the leaf of its transaction. */
@Repository
public class ReturnedMoney {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;
  private final ApplicationEventPublisher events;

  ReturnedMoney(
      JdbcClient db, AuditTrail audit, ProgrammeClock clock, ApplicationEventPublisher events) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Notes that captured money goes back, which {@link MoneyGoesBack} tells.
   *
   * @throws IllegalStateException when it was not captured, or goes back already
   */
  public void goesBack(UUID intent, String reason) {
    Intent back =
        db.sql(
                """
                with back as (
                  update payment_intent set state = 'returned', return_reason = ?, updated_at = ?
                   where id = ? and state = 'captured' returning *)
                select b.*, book('refund/' || id, 'refund', updated_at, enrolment_id, id, provider,
                                 coalesce(reference, ''), 'fees-earned', 'refunds-payable',
                                 amount_cents, currency)
                  from back b
                """)
            .params(reason, now(), intent)
            .query(IntentRows::row)
            .optional()
            .orElseThrow(
                () -> new IllegalStateException("Payment " + intent + " has no money to return"));
    note(back, "payment-returned", Map.of("reason", reason));
    events.publishEvent(new MoneyGoesBack(back.enrolment()));
  }

  /** Notes that the provider has given the money back, which {@link MoneyGivenBack} tells. */
  void givenBack(Intent intent) {
    if (noted(intent.id())) {
      note(intent, "payment-given-back", Map.of("reason", String.valueOf(intent.returnReason())));
      events.publishEvent(new MoneyGivenBack(intent.enrolment(), intent.id()));
    }
  }

  /**
   * Notes that a person has given the money back.
   *
   * @throws IllegalStateException when it was given back before
   */
  public void givenBackByHand(UUID intent) {
    if (!noted(intent)) {
      throw new IllegalStateException("Payment " + intent + " was given back before");
    }
  }

  private boolean noted(UUID intent) {
    return db.sql(
            """
            with given as (
              update payment_intent set given_back_at = ?, updated_at = ?
               where id = ? and given_back_at is null returning *)
            select book('given-back/' || g.id, 'given-back', g.given_back_at, g.enrolment_id, g.id,
                        g.provider, coalesce(g.reference, ''), 'refunds-payable',
                        money_account(g.provider), coalesce(-o.amount_cents, g.amount_cents),
                        coalesce(o.currency, g.currency))
              from given g
              left join v_payment_ledger o
                     on o.occasion = 'refund/' || g.id and o.account = 'refunds-payable'
            """)
        .params(now(), now(), intent)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  private Timestamp now() {
    return Timestamp.from(clock.now());
  }

  private void note(Intent intent, String type, Map<String, ?> data) {
    audit.note(intent.enrolment(), new Change(type, data));
  }
}
