package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;

class PurchaseRuleTest {
  private static final Instant SHOWN = Instant.parse("2027-03-01T10:00:00Z");
  private static final Instant EXPIRES = SHOWN.plus(Duration.ofMinutes(30));
  private static final Money PRICE = new Money(15_000, "USD");
  private final EnrolmentId id = EnrolmentId.create();
  private final Quote quote = quote();

  @Test
  void theQuotesAmountInTimeOpensTheEnrolment() {
    assertThat(judge(EnrolmentState.APPLYING, PRICE, SHOWN.plusSeconds(60))).isEqualTo("");
    assertThat(judge(EnrolmentState.APPLYING, PRICE, EXPIRES)).isEqualTo("");
  }

  @Test
  void aMillisecondLateItGoesBack() {
    assertThat(judge(EnrolmentState.APPLYING, PRICE, EXPIRES.plusMillis(1))).contains("run out");
  }

  @Test
  void anotherAmountOrCurrencyGoesBack() {
    assertThat(judge(EnrolmentState.APPLYING, new Money(14_999, "USD"), SHOWN)).contains("amount");
    assertThat(judge(EnrolmentState.APPLYING, new Money(15_000, "EUR"), SHOWN)).contains("amount");
  }

  @Test
  void whatWasPaidInTimeOpensTheEnrolmentWhenWeHearOfItDaysLater() {
    assertThat(heardFourDaysLater(EXPIRES)).isEmpty();
    assertThat(heardFourDaysLater(EXPIRES.plusMillis(1)).orElse("")).contains("run out");
  }

  private Optional<String> heardFourDaysLater(Instant paidAt) {
    Charge charge = new Charge(Charge.State.SUCCEEDED, PRICE, "card ending in 4242", null, paidAt);
    return PurchaseRule.returned(
        enrolment(EnrolmentState.APPLYING), quote, charge, SHOWN.plus(Duration.ofDays(4)));
  }

  @Test
  void whatIsPaidOrOverTakesNoMoney() {
    assertThat(judge(EnrolmentState.ACTIVE, PRICE, SHOWN)).contains("paid before");
    assertThat(judge(EnrolmentState.APPLICATION_ENDED, PRICE, SHOWN)).contains("over");
  }

  private String judge(EnrolmentState state, Money paid, Instant now) {
    Charge charge = new Charge(Charge.State.SUCCEEDED, paid, "card ending in 4242", null);
    return PurchaseRule.returned(enrolment(state), quote, charge, now).orElse("");
  }

  private Enrolment enrolment(EnrolmentState state) {
    return new Enrolment(
        id, AccountId.create(), "LNG", state, SHOWN, 1, null, null, null, null, null, null, false);
  }

  private Quote quote() {
    return new Quote(UUID.randomUUID(), id, 1, "LNG", PRICE, 1, "2026.1", EXPIRES, SHOWN, EXPIRES);
  }
}
