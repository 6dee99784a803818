package org.sonocert.enrolment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Business days: Monday to Friday in UTC without the holidays of the programme's calendar, which is
 * data.
 */
@Service
public class BusinessDays {
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final JdbcClient db;

  BusinessDays(JdbcClient db) {
    this.db = db;
  }

  /** The same time of day, that many business days after the instant. */
  public Instant after(Instant from, int days) {
    LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate();
    Set<LocalDate> holidays =
        db.sql("select day from holiday where day between ? and ?")
            .params(first, first.plusDays(14L + 4L * days))
            .query(LocalDate.class)
            .set();
    return after(from, days, holidays);
  }

  /**
   * The rule itself.
   *
   * @throws IllegalArgumentException when days is negative
   */
  public static Instant after(Instant from, int days, Set<LocalDate> holidays) {
    if (days < 0) {
      throw new IllegalArgumentException("Business days are counted forward");
    }
    LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate day = first;
    int left = days;
    while (left > 0 || !counts(day, holidays)) {
      day = day.plusDays(1);
      if (counts(day, holidays) && left > 0) {
        left--;
      }
    }
    return from.plus(ChronoUnit.DAYS.between(first, day), ChronoUnit.DAYS);
  }

  private static boolean counts(LocalDate day, Set<LocalDate> holidays) {
    return !WEEKEND.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }
}
