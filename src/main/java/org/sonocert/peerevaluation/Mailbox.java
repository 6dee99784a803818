package org.sonocert.peerevaluation;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/**
 * One mailbox. Two spellings that reach the same mailbox are equal: case, dots and a plus-suffix
 * before the @ do not count, nor do two names of one provider.
 *
 * @param key the spelling that all others of this mailbox share
 */
public record Mailbox(String key) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[a-z0-9!#$%&'*/=?^_`{|}~+-]+(\\.[a-z0-9!#$%&'*/=?^_`{|}~+-]+)*"
              + "@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Map<String, String> SAME_PROVIDER = Map.of("googlemail.com", "gmail.com");
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;

  /**
   * The mailbox of an address as somebody typed it.
   *
   * @throws Rejected INVALID when it is no single mail address or holds a line break
   */
  public static Mailbox of(String typed) {
    String address = address(typed);
    int at = address.lastIndexOf('@');
    String local = address.substring(0, at);
    int plus = local.indexOf('+');
    String base = (plus > 0 ? local.substring(0, plus) : local).replace(".", "");
    String domain = address.substring(at + 1);
    return new Mailbox(base + "@" + SAME_PROVIDER.getOrDefault(domain, domain));
  }

  /**
   * The address to write to: as typed, in lower case, the domain in its plain spelling.
   *
   * @throws Rejected INVALID when it is no single mail address or holds a line break
   */
  public static String address(String typed) {
    if (CONTROL.matcher(typed).find()) {
      throw new Rejected(
          Rejection.invalid(
              "address-line-break", "The mail address holds a line break. Please type it anew."));
    }
    String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    int at = text.lastIndexOf('@');
    String address =
        at < 0 ? text : text.substring(0, at).toLowerCase(Locale.ROOT) + plain(text.substring(at));
    if (address.length() > LONGEST
        || at > LONGEST_LOCAL_PART
        || !ADDRESS.matcher(address).matches()) {
      throw new Rejected(
          Rejection.invalid(
              "address-unknown-form",
              "This is not one mail address of the form name@hospital.example."));
    }
    return address;
  }

  private static String plain(String atDomain) {
    try {
      return "@" + IDN.toASCII(atDomain.substring(1)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "@";
    }
  }

  /** What is kept of a mailbox that asked never to be written to again. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(("sonocert:never-contact:" + key).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
