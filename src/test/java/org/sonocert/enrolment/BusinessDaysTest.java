package org.sonocert.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDaysTest {
  private static final Set<LocalDate> NONE = Set.of();
  private static final Set<LocalDate> THANKSGIVING = Set.of(LocalDate.of(2026, 11, 26));

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T09:30:00Z, 1, 2026-11-03T09:30:00Z",
    "2026-11-02T09:30:00Z, 5, 2026-11-09T09:30:00Z",
    "2026-11-06T23:59:59.999Z, 1, 2026-11-09T23:59:59.999Z",
    "2026-11-07T15:00:00Z, 1, 2026-11-09T15:00:00Z",
    "2026-11-08T15:00:00Z, 5, 2026-11-13T15:00:00Z",
    "2026-11-07T15:00:00Z, 0, 2026-11-09T15:00:00Z",
    "2026-11-04T15:00:00Z, 0, 2026-11-04T15:00:00Z",
    "2028-02-28T08:00:00Z, 1, 2028-02-29T08:00:00Z",
    "2028-02-29T08:00:00Z, 1, 2028-03-01T08:00:00Z",
    "2027-02-26T08:00:00Z, 1, 2027-03-01T08:00:00Z",
    "2026-12-31T12:00:00Z, 1, 2027-01-01T12:00:00Z",
  })
  void weekendsDoNotCount(Instant from, int days, Instant due) {
    assertThat(BusinessDays.after(from, days, NONE)).isEqualTo(due);
  }

  @Test
  void holidaysDoNotCount() {
    Instant wednesday = Instant.parse("2026-11-25T10:00:00Z");
    assertThat(BusinessDays.after(wednesday, 1, THANKSGIVING)).isEqualTo("2026-11-27T10:00:00Z");
    assertThat(BusinessDays.after(wednesday, 5, THANKSGIVING)).isEqualTo("2026-12-03T10:00:00Z");
  }

  @Test
  void whatBeginsOnAHolidayIsCountedFromIt() {
    Instant holiday = Instant.parse("2026-11-26T10:00:00Z");
    assertThat(BusinessDays.after(holiday, 1, THANKSGIVING)).isEqualTo("2026-11-27T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Pacific/Kiritimati", "UTC"})
  void summerTimeAndTheMachinesZoneChangeNothing(String zone) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      // 29 March 2026 is 23 hours long in Berlin, 8 March 2026 in New York.
      assertThat(BusinessDays.after(Instant.parse("2026-03-27T23:30:00Z"), 1, NONE))
          .isEqualTo("2026-03-30T23:30:00Z");
      assertThat(BusinessDays.after(Instant.parse("2026-03-06T00:30:00Z"), 1, NONE))
          .isEqualTo("2026-03-09T00:30:00Z");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void theyAreCountedForwardOnly() {
    assertThatThrownBy(() -> BusinessDays.after(Instant.EPOCH, -1, NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
