package org.sonocert.payment.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.codes.workflow.EnteringCodes;
import org.sonocert.payment.workflow.RefundProcess;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a package and its codes are in the books: sold, used, given back. */
@RealParts
class CodeBooksTest {
  private static final long SOLD_FOR = 13_000;

  private Buyer buyer;
  private CodeRoom room;
  @Autowired EnteringCodes entering;
  @Autowired RefundProcess refunds;
  @Autowired JdbcClient db;

  @BeforeEach
  void people(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    room = CodeRoom.of(parts);
  }

  @Test
  void aPackageIsOwedToItsPayerUntilItsCodesAreUsedAtThePriceAtWhichTheyWereSold() {
    UUID pack = room.pack("LNG", 3);
    assertThat(left("package-sold/" + pack))
        .isEqualTo(Map.of("invoice-receivable", 3 * SOLD_FOR, "codes-outstanding", -3 * SOLD_FOR));

    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    entering.enter(candidate, room.codes(pack).get(0), false, "test-network");
    assertThat(of(id))
        .as("what was paid for the code, not the quote's price")
        .isEqualTo(Map.of("codes-outstanding", SOLD_FOR, "fees-earned", -SOLD_FOR));

    refunds.ask(candidate, id);
    assertThat(of(id)).as("the code goes back to its package").isEmpty();
  }

  @Test
  void aCodeThatPaysAgainIsBookedAgain() {
    UUID pack = room.pack("AAA", 1);
    String code = room.codes(pack).get(0);
    AccountId first = buyer.person(Role.CANDIDATE);
    EnrolmentId cancelled = buyer.quoted(first, "AAA");
    entering.enter(first, code, false, "test-network");
    refunds.ask(first, cancelled);

    AccountId second = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(second, "AAA");
    entering.enter(second, code, false, "test-network");

    assertThat(of(id)).containsEntry("fees-earned", -SOLD_FOR);
    assertThat(of(cancelled)).isEmpty();
  }

  private Map<String, Long> left(String occasion) {
    return sums("occasion = ?", occasion);
  }

  private Map<String, Long> of(EnrolmentId id) {
    return sums("enrolment_id::text = ?", id.toString());
  }

  private Map<String, Long> sums(String which, String value) {
    Map<String, Long> left = new TreeMap<>();
    db.sql(
            "select account, sum(amount_cents) from v_payment_ledger where "
                + which
                + " group by account having sum(amount_cents) <> 0")
        .param(value)
        .query((row, n) -> left.put(row.getString(1), row.getLong(2)))
        .list();
    return left;
  }
}
