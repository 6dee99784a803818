package org.sonocert.application;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the eligibility table asks for, and nothing that it decides.
 *
 * @param fundamentalsMet a certificate was named, or a waiver was granted
 * @param activeElsewhere another running enrolment in this product
 * @param credentialMonthsLeft months, a begun one counted, that a valid credential of this product
 *     still lasts; −1 when there is none
 * @param daysSinceLastResult whole days of 24 hours since an unsuccessful or unfinished try; −1
 *     when there was none
 */
public record EligibilityFacts(
    boolean trainee,
    boolean goodStanding,
    boolean practising,
    boolean fundamentalsMet,
    boolean activeElsewhere,
    int credentialMonthsLeft,
    int daysSinceLastResult,
    boolean truthConfirmed,
    int casesAttested) {

  /** Whole days of 24 hours between a result and now; −1 when there was no result. */
  public static int daysSince(@Nullable Instant result, Instant now) {
    return result == null ? -1 : (int) Math.max(0, Duration.between(result, now).toDays());
  }

  /** Calendar months from now to an end, a begun one counted; −1 without an end. */
  public static int monthsLeft(@Nullable Instant end, Instant now) {
    if (end == null) {
      return -1;
    }
    OffsetDateTime from = now.atOffset(ZoneOffset.UTC);
    long whole = Math.max(0, ChronoUnit.MONTHS.between(from, end.atOffset(ZoneOffset.UTC)));
    return (int) (from.plusMonths(whole).toInstant().isBefore(end) ? whole + 1 : whole);
  }

  /** By the names that the table uses. */
  public Map<String, Object> named() {
    Map<String, Object> named = new TreeMap<>();
    named.put("trainee", trainee);
    named.put("goodStanding", goodStanding);
    named.put("practising", practising);
    named.put("fundamentalsMet", fundamentalsMet);
    named.put("activeElsewhere", activeElsewhere);
    named.put("credentialMonthsLeft", credentialMonthsLeft);
    named.put("daysSinceLastResult", daysSinceLastResult);
    named.put("truthConfirmed", truthConfirmed);
    named.put("casesAttested", casesAttested);
    return named;
  }
}
