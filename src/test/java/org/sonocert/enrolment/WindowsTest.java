package org.sonocert.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.engine.UtcDurations;

class WindowsTest {
  private static final Duration LITERAL = UtcDurations.parse("P90D");

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC"})
  void ninetyDaysAreNinetyTimes24HoursInAnyZone(String zone) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      Instant bought = Instant.parse("2026-01-15T16:20:00.123Z");
      assertThat(Windows.end(bought, LITERAL, Duration.ZERO))
          .isEqualTo(bought.plus(Duration.ofHours(90 * 24)))
          .isEqualTo("2026-04-15T16:20:00.123Z");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void theTwentyNinthOfFebruaryIsADayLikeAnyOther() {
    assertThat(Windows.end(Instant.parse("2027-12-01T00:00:00Z"), LITERAL, Duration.ZERO))
        .isEqualTo("2028-02-29T00:00:00Z");
    assertThat(Windows.end(Instant.parse("2028-02-29T12:00:00Z"), LITERAL, Duration.ZERO))
        .isEqualTo("2028-05-29T12:00:00Z");
  }

  @Test
  void accommodationIsAddedToTheLiteral() {
    Instant bought = Instant.parse("2026-06-01T00:00:00Z");
    assertThat(Windows.end(bought, LITERAL, Duration.ofDays(30)))
        .isEqualTo(bought.plus(Duration.ofHours(120 * 24)));
  }

  @Test
  void halfOfAWindowLiesInItsMiddle() {
    Instant bought = Instant.parse("2026-06-01T00:00:00Z");
    assertThat(Windows.half(bought, bought.plus(LITERAL)))
        .isEqualTo(bought.plus(Duration.ofDays(45)));
  }

  @Test
  void aBegunDayIsLeftAndAMomentIsNot() {
    Instant end = Instant.parse("2026-06-30T08:00:00.123456Z");
    assertThat(Windows.daysLeft(end.minus(Duration.ofDays(30)), end)).isEqualTo(30);
    assertThat(Windows.daysLeft(Instant.parse("2026-05-31T08:00:00.123Z"), end)).isEqualTo(30);
    assertThat(Windows.daysLeft(end.minus(Duration.ofHours(29 * 24 + 1)), end)).isEqualTo(30);
    assertThat(Windows.daysLeft(end.minus(Duration.ofHours(1)), end)).isEqualTo(1);
    assertThat(Windows.daysLeft(end, end)).isZero();
    assertThat(Windows.daysLeft(end.plusSeconds(1), end)).isZero();
  }
}
