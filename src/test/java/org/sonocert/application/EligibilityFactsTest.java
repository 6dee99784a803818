package org.sonocert.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EligibilityFactsTest {
  private static final Instant RESULT = Instant.parse("2027-03-01T16:20:00Z");

  @Test
  void thirtyDaysAreThirtyTimes24HoursToTheMillisecond() {
    Instant thirty = RESULT.plus(Duration.ofHours(30 * 24));
    assertThat(EligibilityFacts.daysSince(RESULT, thirty.minusMillis(1))).isEqualTo(29);
    assertThat(EligibilityFacts.daysSince(RESULT, thirty)).isEqualTo(30);
  }

  @Test
  void withoutAResultThereIsNothingToCount() {
    assertThat(EligibilityFacts.daysSince(null, RESULT)).isEqualTo(-1);
    assertThat(EligibilityFacts.daysSince(RESULT, RESULT.minusSeconds(5))).isZero();
  }

  @Test
  void aBegunMonthOfACredentialCounts() {
    Instant end = Instant.parse("2027-09-01T16:20:00Z");
    assertThat(EligibilityFacts.monthsLeft(end, RESULT)).isEqualTo(6);
    assertThat(EligibilityFacts.monthsLeft(end.plusMillis(1), RESULT)).isEqualTo(7);
    assertThat(EligibilityFacts.monthsLeft(end.minusMillis(1), RESULT)).isEqualTo(6);
    assertThat(EligibilityFacts.monthsLeft(RESULT, RESULT)).isZero();
    assertThat(EligibilityFacts.monthsLeft(null, RESULT)).isEqualTo(-1);
  }
}
