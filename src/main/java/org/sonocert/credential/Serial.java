package org.sonocert.credential;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A credential's serial: {@code SC-<year of award>-<10 characters>-<check>}, for example {@code
 * SC-2027-7K3QM9XZ4T-Z}.
 *
 * <p>The ten characters are 50 random bits in Crockford's base 32 (no I, L, O, U), so that serials
 * cannot be counted through. The check character is a weighted sum over the field of 32 elements:
 * it catches every single wrong character and every exchange of two.
 */
public record Serial(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM_CHARACTERS = 10;
  private static final Pattern SHAPE =
      Pattern.compile("SC(\\d{4})([" + ALPHABET + "]{10})([" + ALPHABET + "])");

  /** What a person typed, read as a serial. */
  public sealed interface Reading {
    /** Shape and check character are right; whether it exists is another question. */
    record Sound(Serial serial) implements Reading {}

    /** The check character does not fit, or it is no serial at all. */
    record Mistyped() implements Reading {}
  }

  /** A new serial for an award in the year. */
  public static Serial draw(int year, RandomGenerator random) {
    StringBuilder drawn = new StringBuilder();
    random
        .ints(RANDOM_CHARACTERS, 0, ALPHABET.length())
        .forEach(i -> drawn.append(ALPHABET.charAt(i)));
    String digits = "%04d".formatted(year);
    return new Serial("SC-" + digits + "-" + drawn + "-" + check(digits + drawn));
  }

  /**
   * Reads what somebody typed: case, blanks and hyphens do not matter, O is read as 0, I and L as
   * 1.
   */
  public static Reading read(String typed) {
    return canonical(typed).<Reading>map(Reading.Sound::new).orElseGet(Reading.Mistyped::new);
  }

  private static Optional<Serial> canonical(String typed) {
    String upper = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
    String tolerant = upper.replace('O', '0').replace('I', '1').replace('L', '1');
    Matcher parts = SHAPE.matcher(tolerant);
    if (!parts.matches() || check(parts.group(1) + parts.group(2)) != parts.group(3).charAt(0)) {
      return Optional.empty();
    }
    return Optional.of(
        new Serial("SC-" + parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3)));
  }

  private static char check(String characters) {
    int sum = 0;
    for (char c : characters.toCharArray()) {
      sum = twice(sum ^ ALPHABET.indexOf(c));
    }
    return ALPHABET.charAt(sum);
  }

  /** Times the generator x in GF(2)[x] / (x^5 + x^2 + 1), whose powers differ up to the 31st. */
  private static int twice(int value) {
    int doubled = value << 1;
    return doubled < 32 ? doubled : doubled ^ 0b100101;
  }

  @Override
  public String toString() {
    return text;
  }
}
