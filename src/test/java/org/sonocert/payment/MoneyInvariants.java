package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What always holds of an enrolment's money, as queries that find who breaks it. */
public final class MoneyInvariants {
  private static final String OPENED_BY_ONE_PAYMENT =
      """
      select e.id || ' ' || e.state || ' with ' || i.captured || ' captured' from enrolment e
        join lateral (select count(*) captured from payment_intent i
                       where i.enrolment_id = e.id and i.state = 'captured') i on true
       where e.id = any(:ids)
         and (i.captured > 1 or (e.state in ('active', 'deciding') and i.captured <> 1)
              or (e.state = 'refunded' and i.captured <> 0))
      union all
      select e.id || ' paid another price' from enrolment e
        join payment p on p.enrolment_id = e.id join quote q on q.id = p.quote_id
       where e.id = any(:ids)
         and (p.amount_cents, p.currency) is distinct from (q.amount_cents, q.currency)
      """;
  private static final String BOOKS_AGREE_WITH_THE_PROVIDERS =
      """
      select i.enrolment_id || ' ' || i.state || ' but ' || c.state
        from payment_intent i join demo_card_charge c on c.reference = i.reference
       where i.enrolment_id = any(:ids)
         and ((i.state = 'captured' and c.state <> 'succeeded')
              or ((i.given_back_at is not null) <> (c.state = 'given-back'))
              or (c.amount_cents, c.currency) is distinct from (i.amount_cents, i.currency))
      """;
  private static final String REFUNDED_BY_RIGHT_ONLY =
      """
      select r.enrolment_id || ' granted ' || r.granted || ', ' || e.state
        from refund r join enrolment e on e.id = r.enrolment_id
        left join payment p on p.enrolment_id = r.enrolment_id
       where e.id = any(:ids)
         and (r.granted <> ((e.started_at is null or e.started_at > r.requested_at)
                            and r.requested_at <= e.window_ends_at)
              or (r.granted and (e.started_at is not null
                                 or e.state not in ('refunded', 'cancelled')
                                 or exists (select 1 from sitting s where s.enrolment_id = e.id)
                                 or exists (select 1 from credential c where c.enrolment_id = e.id)))
              or (r.intent_id is not null
                  and (r.intent_id, r.amount_cents, r.currency, r.instrument)
                      is distinct from (p.intent_id, p.amount_cents, p.currency, p.instrument))
              or r.returned_at > r.due_at
              or (r.returned_at is null and r.due_at < :now))
      union all
      select e.id || ' ' || e.state || ' without a right' from enrolment e
        left join refund r on r.enrolment_id = e.id and r.granted
       where e.id = any(:ids)
         and ((e.state = 'refunded') <> coalesce(r.intent_id is not null, false)
              or (e.state = 'cancelled' and r.enrolment_id is null))
      """;

  private MoneyInvariants() {}

  /** Fails with the enrolments that break an invariant of the money. */
  public static void hold(JdbcClient db, Collection<EnrolmentId> enrolments, Instant now) {
    UUID[] ids = enrolments.stream().map(EnrolmentId::value).toArray(UUID[]::new);
    for (String query :
        List.of(OPENED_BY_ONE_PAYMENT, BOOKS_AGREE_WITH_THE_PROVIDERS, REFUNDED_BY_RIGHT_ONLY)) {
      var ask = db.sql(query).param("ids", ids);
      assertThat(
              (query.contains(":now") ? ask.param("now", Timestamp.from(now)) : ask)
                  .query(String.class)
                  .list())
          .isEmpty();
    }
  }
}
