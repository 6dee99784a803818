package org.sonocert.enrolment;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Instants and amounts as letters and refusals say them: absolute, in UTC. */
public final class Moments {
  private Moments() {}

  /** For example {@code 14 May 2027 16:20 UTC}. */
  public static String inWords(Instant at, Locale locale) {
    return format(at, "d MMM uuuu HH:mm", locale) + " UTC";
  }

  /** In English, for refusals. */
  public static String inWords(Instant at) {
    return inWords(at, Locale.ENGLISH);
  }

  /** A day, for example {@code 14 May 2027}. */
  public static String day(Instant at, Locale locale) {
    return format(at, "d MMM uuuu", locale);
  }

  /** An amount of cents, for example {@code USD 150.00}. */
  public static String money(long cents, String currency, Locale locale) {
    NumberFormat number = NumberFormat.getNumberInstance(locale);
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    number.setMinimumFractionDigits(digits);
    number.setMaximumFractionDigits(digits);
    return currency + " " + number.format(BigDecimal.valueOf(cents, digits));
  }

  private static String format(Instant at, String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(ZoneOffset.UTC));
  }
}
