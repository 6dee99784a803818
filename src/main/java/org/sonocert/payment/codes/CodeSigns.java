package org.sonocert.payment.codes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How an enrollment code is written: 19 signs of Crockford's base 32 (95 bits) and a check sign, in
 * four groups. Reading forgives case, blanks, dashes, and the letters O, I and L for 0 and 1.
 */
public final class CodeSigns {
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BASE = SIGNS.length();
  private static final int GROUP = 5;
  private static final int LENGTH = 20;
  private static final int ENDING = 4;

  private CodeSigns() {}

  /** The 20 signs made of the first 95 bits. */
  static String of(byte[] bits) {
    StringBuilder signs = new StringBuilder(LENGTH);
    for (int sign = 0; sign < LENGTH - 1; sign++) {
      int value = 0;
      for (int bit = sign * GROUP; bit < (sign + 1) * GROUP; bit++) {
        value = value << 1 | (bits[bit / 8] >> (7 - bit % 8) & 1);
      }
      signs.append(SIGNS.charAt(value));
    }
    return signs.append(check(signs)).toString();
  }

  /** With dashes between the groups, as people get it. */
  static String grouped(String signs) {
    return signs.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }

  /** The signs by which people tell codes apart without showing them. */
  static String ending(String signs) {
    return signs.substring(LENGTH - ENDING);
  }

  /** What the database keeps. */
  static byte[] hash(String signs) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(signs.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was typed into one field, code by code, each as its bare signs; nothing is checked. */
  public static List<String> typed(String text) {
    List<String> codes = new ArrayList<>();
    for (String part : text.split("[,;\\r\\n\\t]+", -1)) {
      String bare = bare(part);
      if (bare.length() > LENGTH && bare.length() % LENGTH == 0) {
        for (int at = 0; at < bare.length(); at += LENGTH) {
          codes.add(bare.substring(at, at + LENGTH));
        }
      } else if (!bare.isEmpty()) {
        codes.add(bare);
      }
    }
    return codes.stream().map(CodeSigns::unmixed).distinct().toList();
  }

  /** Whether bare signs can be a code: their number, the alphabet and the check sign are right. */
  public static boolean wellFormed(String bare) {
    if (bare.length() != LENGTH || bare.chars().anyMatch(sign -> SIGNS.indexOf(sign) < 0)) {
      return false;
    }
    return check(bare.substring(0, LENGTH - 1)) == bare.charAt(LENGTH - 1);
  }

  private static String bare(String typed) {
    return typed.replaceAll("[\\s\\p{Pd}\\p{Z}]", "").toUpperCase(Locale.ROOT);
  }

  /** With 0 and 1 for the letters that look like them; as it was typed when that is no code. */
  private static String unmixed(String bare) {
    String signs = bare.replace('O', '0').replace('I', '1').replace('L', '1');
    return wellFormed(signs) ? signs : bare;
  }

  /** Luhn's sum over base 32: finds each wrong sign and nearly each swap of neighbours. */
  private static char check(CharSequence signs) {
    int sum = 0;
    for (int at = signs.length() - 1, factor = 2; at >= 0; at--, factor = 3 - factor) {
      int value = factor * SIGNS.indexOf(signs.charAt(at));
      sum += value / BASE + value % BASE;
    }
    return SIGNS.charAt((BASE - sum % BASE) % BASE);
  }
}
