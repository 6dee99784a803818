package org.sonocert.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/** One plain mail address: {@code someone@example.org}, nothing around it and nothing after it. */
public final class MailAddress {
  private static final int LONGEST = 254;
  private static final Pattern PLAIN = Pattern.compile("[^\\s\\p{Cntrl}<>(),;:\"\\[\\]\\\\]+");
  private static final Rejection NO_ADDRESS =
      Rejection.invalid(
          "mail-address",
          "That is not a single e-mail address. Write it like name@example.org, without a name or"
              + " a second address.");

  private MailAddress() {}

  /**
   * The address, stripped of surrounding blanks only.
   *
   * @throws Rejected INVALID for anything but one address, line breaks included
   */
  public static String single(String text) {
    String address = text.indexOf('\r') < 0 && text.indexOf('\n') < 0 ? text.strip() : text;
    if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
      throw new Rejected(NO_ADDRESS);
    }
    try {
      InternetAddress[] parsed = InternetAddress.parse(address, true);
      if (parsed.length != 1 || !hasDomain(parsed[0].getAddress())) {
        throw new Rejected(NO_ADDRESS);
      }
      parsed[0].validate();
      return parsed[0].getAddress();
    } catch (AddressException e) {
      throw new Rejected(NO_ADDRESS);
    }
  }

  private static boolean hasDomain(String address) {
    int at = address.indexOf('@');
    return at > 0 && at == address.lastIndexOf('@') && address.indexOf('.', at + 2) > 0;
  }
}
