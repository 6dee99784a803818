package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
  private final Quote quote = quote(1);

  @Test
  void theQuotesAmountInTimeOpensTheEnrolment() {
    assertThat(judge(EnrolmentState.APPLYING, quote, PRICE, SHOWN.plusSeconds(60))).isEqualTo("");
    assertThat(judge(EnrolmentState.APPLYING, quote, PRICE, EXPIRES)).isEqualTo("");
  }

  @Test
  void aMillisecondLateItGoesBack() {
    assertThat(judge(EnrolmentState.APPLYING, quote, PRICE, EXPIRES.plusMillis(1)))
        .contains("run out");
  }

  @Test
  void anotherAmountOrCurrencyGoesBack() {
    assertThat(judge(EnrolmentState.APPLYING, quote, new Money(14_999, "USD"), SHOWN))
        .contains("amount");
    assertThat(judge(EnrolmentState.APPLYING, quote, new Money(15_000, "EUR"), SHOWN))
        .contains("amount");
  }

  @Test
  void anOlderQuoteGoesBack() {
    assertThat(judge(EnrolmentState.APPLYING, quote(2), PRICE, SHOWN)).contains("newer quote");
  }

  @Test
  void whatIsPaidOrOverTakesNoMoney() {
    assertThat(judge(EnrolmentState.ACTIVE, quote, PRICE, SHOWN)).contains("paid before");
    assertThat(judge(EnrolmentState.APPLICATION_ENDED, quote, PRICE, SHOWN)).contains("over");
  }

  private String judge(EnrolmentState state, Quote latest, Money paid, Instant now) {
    Charge charge = new Charge(Charge.State.SUCCEEDED, paid, "card ending in 4242", null);
    Intent intent =
        new Intent(
            UUID.randomUUID(), id, quote.id(), "demo-card", "r", PRICE, Intent.State.OPEN, null);
    return PurchaseRule.returned(enrolment(state), intent, latest, charge, now).orElse("");
  }

  private Enrolment enrolment(EnrolmentState state) {
    return new Enrolment(
        id, AccountId.create(), "LNG", state, SHOWN, 1, null, null, null, null, null, null, false);
  }

  private Quote quote(int number) {
    return new Quote(
        UUID.randomUUID(), id, number, "LNG", PRICE, 1, "2026.1", EXPIRES, SHOWN, EXPIRES);
  }
}
