package org.sonocert.payment;

import java.util.Locale;
import org.sonocert.catalogue.Prices;

/**
 * An amount of money.
 *
 * @param cents the currency's smallest unit
 * @param currency ISO 4217, for example {@code USD}
 */
public record Money(long cents, String currency) {

  /** For example {@code USD 150.00}. */
  public String inWords(Locale locale) {
    return Prices.inWords(cents, currency, locale);
  }
}
