package org.sonocert.enrolment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as letters and refusals say them: absolute, in UTC. */
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

  private static String format(Instant at, String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(ZoneOffset.UTC));
  }
}
