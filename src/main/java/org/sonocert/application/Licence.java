package org.sonocert.application;

import java.util.Locale;
import org.sonocert.core.LicenceNumber;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/**
 * A licence to practise, so written that the same licence is always equal.
 *
 * @param country two letters, upper case
 * @param number letters and digits only, upper case
 */
public record Licence(String country, String number) {

  /**
   * Reads a licence as somebody typed it.
   *
   * @throws Rejected INVALID when there is no letter or digit in the number
   */
  public static Licence of(String country, String typed) {
    String number = LicenceNumber.normal(typed);
    if (number.isEmpty()) {
      throw new Rejected(
          Rejection.invalid(
              "licence-number",
              "The licence number holds neither a letter nor a digit. Please give it as it is"
                  + " registered."));
    }
    return new Licence(country.toUpperCase(Locale.ROOT), number);
  }
}
