package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.identity.Role;
import org.sonocert.payment.workflow.PurchaseProcess;
import org.sonocert.payment.workflow.RefundProcess;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class LedgerTest {
  private Buyer buyer;
  private Payer payer;
  private AccountId candidate;
  @Autowired PaymentAttempts attempts;
  @Autowired PurchaseProcess purchases;
  @Autowired RefundProcess refunds;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  @BeforeEach
  void people(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    payer = Payer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
  }

  @Test
  void aPurchaseIsEarnedAndARefundTakesItBackInTwoSteps() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    payer.card(candidate, id);
    assertThat(left(id)).isEqualTo(Map.of("card-clearing", 15_000L, "fees-earned", -15_000L));

    refunds.ask(candidate, id);
    Awaitility.await("the money of " + id).until(() -> left(id).isEmpty());
    assertThat(kinds(id)).isEqualTo("capture,given-back,refund");
  }

  @Test
  void moneyThatOpensNothingIsOwedAndNeverEarned() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    attempts.begin(candidate, id, "demo-card");
    Intent intent = attempts.latest(candidate, id).orElseThrow();
    purchases.confirm(
        intent, new Charge(Charge.State.SUCCEEDED, new Money(77, "EUR"), "card", null));

    assertThat(kinds(id)).startsWith("return").doesNotContain("capture");
    assertThat(
            db.sql(
                    "select currency || ' ' || amount_cents from v_payment_ledger"
                        + " where enrolment_id = ? and kind = 'return' and account = 'refunds-payable'")
                .param(id.value())
                .query(String.class)
                .single())
        .isEqualTo("EUR -77");
  }

  @Test
  void entriesThatDoNotSumToZeroCannotCommit() {
    refused("insert into ledger_entry values (%d, 'bank', 100, 'USD')", "does not sum to zero");
    refused(
        "insert into ledger_entry values (%1$d, 'bank', 100, 'USD'), (%1$d, 'fees-earned', -100, 'EUR')",
        "does not sum to zero");
    refused("select %d", "does not sum to zero");
  }

  @Test
  void whatWasBookedIsNeverAddedToChangedOrTakenAway() {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    payer.card(candidate, id);
    long booked =
        db.sql("select id from ledger_transaction where enrolment_id = ?")
            .param(id.value())
            .query(Long.class)
            .single();
    for (String statement :
        new String[] {
          "update ledger_entry set amount_cents = 1 where transaction_id = " + booked,
          "delete from ledger_entry where transaction_id = " + booked,
          "update ledger_transaction set kind = 'refund' where id = " + booked,
          "delete from ledger_transaction where id = " + booked,
          "insert into ledger_account values ('mine', 'asset', 99)"
        }) {
      assertThatThrownBy(() -> db.sql(statement).update())
          .as(statement)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status ->
                        db.sql(
                                "insert into ledger_entry values (?, 'bank', 5, 'USD'),"
                                    + " (?, 'disputes', -5, 'USD')")
                            .params(booked, booked)
                            .update()))
        .rootCause()
        .hasMessageContaining("was closed before");
  }

  private void refused(String entries, String why) {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      long one =
                          db.sql(
                                  "insert into ledger_transaction (occasion, kind, happened_at,"
                                      + " provider, reference) values (?, 'unmatched', now(), 'x',"
                                      + " 'y') returning id")
                              .param("test/" + UUID.randomUUID())
                              .query(Long.class)
                              .single();
                      String statement = entries.formatted(one);
                      if (statement.startsWith("insert")) {
                        db.sql(statement).update();
                      }
                    }))
        .rootCause()
        .hasMessageContaining(why);
  }

  private Map<String, Long> left(EnrolmentId id) {
    Map<String, Long> left = new TreeMap<>();
    db.sql(
            "select account, sum(amount_cents) from v_payment_ledger where enrolment_id = ?"
                + " group by account having sum(amount_cents) <> 0")
        .param(id.value())
        .query((row, n) -> left.put(row.getString(1), row.getLong(2)))
        .list();
    return left;
  }

  private String kinds(EnrolmentId id) {
    return db.sql(
            "select string_agg(distinct kind, ',' order by kind) from v_payment_ledger"
                + " where enrolment_id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }
}
