package org.sonocert.payment.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/** Reads what managers type about money, or says what to correct. */
final class MoneyInput {
  private static final int LONGEST_REFERENCE = 100;
  private static final int LONGEST_REASON = 500;

  private MoneyInput() {}

  /** A bank's reference. */
  static String reference(String typed) {
    return line(typed, LONGEST_REFERENCE);
  }

  /** A reason in words. */
  static String reason(String typed) {
    return line(typed, LONGEST_REASON);
  }

  /** An id of an address; what is none is not found. */
  static UUID id(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new Rejected(Rejection.notFound("entry"));
    }
  }

  private static String line(String typed, int longest) {
    String text = typed.strip();
    if (text.isEmpty()
        || text.length() > longest
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new Rejected(
          Rejection.invalid(
              "money-text", "Please type one line of at most " + longest + " signs."));
    }
    return text;
  }

  /** A day that was typed. */
  static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      throw new Rejected(
          Rejection.invalid("paid-on", "Please give the day on which the money came."));
    }
  }
}
