package org.sonocert.enrolment;

import java.time.Duration;
import java.time.Instant;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * When a window ends: purchase + literal of the release + what the ledger adds, counted in hours of
 * sixty minutes in UTC, so that neither a zone nor a summer time moves it (INV-05).
 */
@Service
public class Windows {
  private final JdbcClient db;

  Windows(JdbcClient db) {
    this.db = db;
  }

  /** The end for an enrolment that is bought at the instant, its accommodations counted. */
  public Instant end(EnrolmentId enrolment, Instant purchase, Duration literal) {
    return end(purchase, literal, given(enrolment));
  }

  /** The rule itself. */
  public static Instant end(Instant purchase, Duration literal, Duration given) {
    return purchase.plus(literal).plus(given);
  }

  /** Half way between purchase and end, to the millisecond. */
  public static Instant half(Instant purchase, Instant end) {
    return purchase.plusMillis(Duration.between(purchase, end).toMillis() / 2);
  }

  /**
   * Days of 24 hours that are left, a begun day counted as one; less than a minute is no day, since
   * timers are kept to the millisecond and the end to the microsecond.
   */
  public static int daysLeft(Instant now, Instant end) {
    long minutes = Math.max(0, Duration.between(now, end).toMinutes());
    return Math.toIntExact(-Math.floorDiv(-minutes, Duration.ofDays(1).toMinutes()));
  }

  /** What the ledger adds: accommodation, extensions, time given back. */
  public Duration given(EnrolmentId enrolment) {
    return Duration.ofSeconds(
        db.sql("select coalesce(sum(seconds), 0) from window_entry where enrolment_id = ?")
            .param(enrolment.value())
            .query(Long.class)
            .single());
  }
}
