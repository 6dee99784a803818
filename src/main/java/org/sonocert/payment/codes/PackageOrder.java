package org.sonocert.payment.codes;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.notification.MailAddress;

/**
 * What a manager orders: checked, and with an id of its form, so that a form that was sent twice
 * makes one package.
 */
public record PackageOrder(
    UUID id,
    String product,
    int codes,
    Instant validUntil,
    String payerName,
    String payerEmail,
    long priceCents) {
  private static final int MOST = 500;
  private static final int LONGEST_NAME = 200;
  private static final BigDecimal HIGHEST_PRICE = new BigDecimal("100000");
  private static final long LONGEST_YEARS = 5;

  /**
   * Reads what was typed.
   *
   * @param validUntil the last day, which counts in full (UTC)
   * @param price USD, for example {@code 135.50}
   * @throws Rejected INVALID with what to correct
   */
  public static PackageOrder of(
      UUID id,
      String product,
      String codes,
      String validUntil,
      String payerName,
      String payerEmail,
      String price,
      Instant now) {
    return new PackageOrder(
        id,
        product,
        count(codes),
        until(validUntil, now),
        name(payerName),
        MailAddress.single(payerEmail),
        cents(price));
  }

  private static int count(String typed) {
    if (!typed.strip().matches("[1-9]\\d{0,2}") || Integer.parseInt(typed.strip()) > MOST) {
      throw refused("count", "A package has 1 to " + MOST + " codes. Please type a whole number.");
    }
    return Integer.parseInt(typed.strip());
  }

  private static Instant until(String typed, Instant now) {
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      Instant until = day.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
      LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
      if (!until.isBefore(now) && !day.isAfter(today.plusYears(LONGEST_YEARS))) {
        return until;
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    throw refused(
        "validUntil", "The last day is today or later, at most " + LONGEST_YEARS + " years away.");
  }

  private static String name(String typed) {
    String name = typed.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw refused("payerName", "Please type the payer's name in one line.");
    }
    return name;
  }

  private static long cents(String typed) {
    if (typed.strip().matches("\\d{1,7}([.]\\d{1,2})?")) {
      BigDecimal price = new BigDecimal(typed.strip());
      if (price.compareTo(HIGHEST_PRICE) <= 0) {
        return price.movePointRight(2).longValueExact();
      }
    }
    throw refused(
        "price", "The price of one code is in USD, with at most two digits after the point.");
  }

  private static Rejected refused(String code, String reason) {
    return new Rejected(Rejection.invalid(code, reason));
  }
}
