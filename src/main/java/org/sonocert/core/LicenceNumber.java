package org.sonocert.core;

import java.util.Locale;

/** The number of a professional licence, as it is compared. */
public final class LicenceNumber {
  private LicenceNumber() {}

  /** Letters and digits only, upper case; empty when the text holds neither. */
  public static String normal(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
