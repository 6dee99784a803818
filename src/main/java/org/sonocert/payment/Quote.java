package org.sonocert.payment;

import java.time.Instant;
import java.util.UUID;
import org.sonocert.core.EnrolmentId;

/**
 * What was shown and is charged: price, rules and the window's end, frozen until it expires.
 *
 * @param number 1, 2, 3 … for the enrolment; only the last one can be paid; 0 before it is kept
 * @param release policy release that is bought
 * @param windowEndsAt the window's end if it were bought at once; it is never earlier than this
 */
public record Quote(
    UUID id,
    EnrolmentId enrolment,
    int number,
    String product,
    Money price,
    long release,
    String catalogueVersion,
    Instant windowEndsAt,
    Instant preparedAt,
    Instant expiresAt) {

  /** The same with its price kept until another instant, as an invoice keeps it. */
  Quote keptUntil(Instant until) {
    return new Quote(
        id,
        enrolment,
        number,
        product,
        price,
        release,
        catalogueVersion,
        windowEndsAt,
        preparedAt,
        until);
  }

  /** Whether it can be paid at the instant. */
  public boolean validAt(Instant now) {
    return !now.isAfter(expiresAt);
  }
}
