package org.sonocert.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.Payer;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Rows that break a rule are found, and the product's own are not. */
@RealParts
class InvariantsTest {
  private Buyer buyer;
  private Payer payer;
  @Autowired Invariants invariants;
  @Autowired ProgrammeClock clock;
  @Autowired Flyway flyway;

  @BeforeEach
  void parts(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    payer = Payer.of(parts);
  }

  @Test
  void allRulesOfTheListAreAsked() {
    assertThat(invariants.rules())
        .containsExactly(
            "INV-02", "INV-03", "INV-04", "INV-05", "INV-06", "INV-07", "INV-14", "INV-15",
            "INV-16");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INV-02 | has passed assessment and       | alter table assessment_result drop constraint assessment_result_sitting_id_fkey; insert into assessment_result values (gen_random_uuid(), :one, true, 100, 'x', 1, now()); insert into peer_result values (:one, true, 'x', 1, now())
          INV-03 | is certified without a credential  | update enrolment set state = 'certified', ended_at = purchased_at, end_reason = 'x' where id = :one
          INV-05 | and not purchase + window + ledger | update enrolment set window_ends_at = window_ends_at + interval '1 hour' where id = :one
          INV-05 | has neither a rule nor a second    | alter table window_entry drop constraint window_entry_check; insert into window_entry values (:one, 99, 60, 'extension', 'x', null, 'a', 'a', now())
          INV-05 | has 0 window timers                | delete from camunda.act_ru_job where job_def_id_ in (select id_ from camunda.act_ru_jobdef where act_id_ = 'Event_WindowClosed')
          INV-06 | ended never                        | update enrolment set state = 'withdrawn' where id = :one
          INV-06 | ended without a reason             | update enrolment set state = 'withdrawn', ended_at = purchased_at where id = :one
          INV-06 | its audit of attested cases        | update enrolment set state = 'ineligible', ended_at = purchased_at, end_reason = 'x' where id = :one
          INV-06 | still runs                         | update enrolment set window_ends_at = purchased_at - interval '1 day' where id = :one
          INV-06 | decision, and nothing holds it     | update enrolment set state = 'deciding' where id = :one
          INV-06 | has 0 ends in its audit trail      | update enrolment set state = 'withdrawn', ended_at = purchased_at, end_reason = 'x' where id = :one
          INV-07 | clinical-certificate still runs    | update enrolment set state = 'withdrawn', ended_at = purchased_at, end_reason = 'x' where id = :one
          INV-07 | purchase-confirmed was written     | update enrolment set state = 'withdrawn', ended_at = purchased_at - interval '1 hour', end_reason = 'x' where id = :one
          INV-14 | with 0 captured payments           | update payment_intent set state = 'abandoned' where enrolment_id = :one
          INV-14 | paid 14999 USD for a quote of      | update payment set amount_cents = 14999 where enrolment_id = :one
          INV-14 | of which the provider says         | update demo_card_charge set state = 'given-back' where reference = (select reference from payment_intent where enrolment_id = :one)
          INV-14 | of which the provider says s       | insert into owed_refund select gen_random_uuid(), p.enrolment_id, p.intent_id, p.provider, p.reference, 'x', 1, 'USD', 'product-closed', 'x', 'x', c.one, now(), c.other, now(), true, now() from payment p, (select min(id::text)::uuid one, max(id::text)::uuid other from account) c where p.enrolment_id = :one
          INV-14 | was bought without a payment       | delete from payment where enrolment_id = :one
          INV-14 | and the books say nothing          | update ledger_transaction set occasion = 'x' where enrolment_id = :one
          INV-14 | open, and the books withhold 0     | insert into card_dispute (id, provider, reference, payment, enrolment_id, intent_id, amount_cents, currency, reason, opened_at, seen_at, phase, decided_at) select gen_random_uuid(), provider, reference, reference, enrolment_id, intent_id, amount_cents, currency, 'x', now(), now(), 'open', null from payment where enrolment_id = :one
          INV-14 | is active, and 1 disputes          | insert into card_dispute (id, provider, reference, payment, enrolment_id, intent_id, amount_cents, currency, reason, opened_at, seen_at, phase, decided_at) select gen_random_uuid(), provider, reference, reference, enrolment_id, intent_id, amount_cents, currency, 'x', now(), now(), 'lost', now() from payment where enrolment_id = :one
          INV-14 | is payment-reversed, and 0 disputes | update enrolment set state = 'payment-reversed', ended_at = purchased_at, end_reason = 'x' where id = :one
          INV-15 | a refund was refused               | insert into refund (enrolment_id, requested_at, granted, reason, release) select id, purchased_at, false, 'x', release from enrolment where id = :one
          INV-15 | without a right                    | update enrolment set state = 'cancelled', ended_at = purchased_at, end_reason = 'x' where id = :one
          INV-16 | was window-ended                   | update enrolment set state = 'window-ended', ended_at = purchased_at, end_reason = 'x', product = (select product from enrolment where id = :two) where id = :one; update enrolment set purchased_at = purchased_at + interval '29 days' where id = :two
          INV-16 | was paid with the money of         | alter table payment drop constraint payment_pkey cascade; alter table payment drop constraint payment_intent_id_key; update payment p set intent_id = o.intent_id from payment o where p.enrolment_id = :two and o.enrolment_id = :one
          """)
  void rowsThatBreakARuleAreFound(String rule, String what, String sabotage)
      throws SQLException, IOException {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId one = bought(candidate, "LNG");
    EnrolmentId two = bought(candidate, "AAA");
    assertThat(invariants.broken(List.of(one, two), clock.now())).isEmpty();
    try (Connection owner = flyway.getConfiguration().getDataSource().getConnection()) {
      owner.setAutoCommit(false);
      JdbcClient db = JdbcClient.create(new SingleConnectionDataSource(owner, true));
      db.sql("set local search_path = app, camunda").update();
      for (String statement : sabotage.split("; ")) {
        var prepared = db.sql(statement);
        Map.of(":one", one, ":two", two)
            .forEach(
                (name, id) -> {
                  if (statement.contains(name)) {
                    prepared.param(name.substring(1), id.value());
                  }
                });
        prepared.update();
      }
      List<Violation> broken = new Invariants(db).broken(List.of(one, two), clock.now());
      owner.rollback();
      assertThat(broken)
          .anySatisfy(
              found -> {
                assertThat(found.rule()).isEqualTo(rule);
                assertThat(found.what()).contains(what);
              });
    }
  }

  private EnrolmentId bought(AccountId candidate, String product) {
    EnrolmentId id = buyer.quoted(candidate, product);
    payer.card(candidate, id);
    return id;
  }
}
