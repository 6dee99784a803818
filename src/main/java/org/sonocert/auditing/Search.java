package org.sonocert.auditing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.EnrolmentState;

/**
 * What an auditor looks for, as it stands in the address; empty words are not asked about.
 *
 * @param number of an enrolment, or a serial
 * @param from first day of the period in which the enrolment was opened, UTC
 * @param until last day of it
 * @param after where the page before ended: instant and id of its last line
 */
public record Search(
    String number, String product, String outcome, String from, String until, String after) {

  /** Where a page ended. */
  record Cursor(Instant openedAt, UUID id) {}

  /** The enrolment's id, when the number is one. */
  @Nullable UUID id() {
    try {
      return number.isBlank() ? null : UUID.fromString(number.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * The state that is asked about.
   *
   * @throws Rejected INVALID when there is none of that word
   */
  @Nullable String state() {
    if (outcome.isBlank()) {
      return null;
    }
    try {
      return EnrolmentState.of(outcome).word();
    } catch (IllegalArgumentException e) {
      throw new Rejected(Rejection.invalid("outcome", "Choose an outcome from the list."));
    }
  }

  /** Beginning of the period; null when it is open. */
  @Nullable Instant begin() {
    LocalDate day = day(from);
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** End of the period, which does not belong to it; null when it is open. */
  @Nullable Instant end() {
    LocalDate day = day(until);
    return day == null ? null : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      throw new Rejected(
          Rejection.invalid("day", "Give a day as year-month-day, for example 2027-05-14."));
    }
  }

  /** Where to go on; null for the first page, also when somebody has changed the address. */
  @Nullable Cursor cursor() {
    String[] parts = after.split("_", -1);
    try {
      return parts.length == 2
          ? new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]))
          : null;
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return null;
    }
  }
}
