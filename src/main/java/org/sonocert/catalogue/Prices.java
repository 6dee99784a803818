package org.sonocert.catalogue;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts of money as people read them. */
public final class Prices {
  /** The currency of all fees. */
  public static final String CURRENCY = "USD";

  private Prices() {}

  /** For example {@code USD 150.00}, with the language's own signs. */
  public static String inWords(long cents, String currency, Locale locale) {
    NumberFormat number = NumberFormat.getNumberInstance(locale);
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    number.setMinimumFractionDigits(digits);
    number.setMaximumFractionDigits(digits);
    return currency + " " + number.format(BigDecimal.valueOf(cents, digits));
  }
}
