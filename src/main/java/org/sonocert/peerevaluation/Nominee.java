package org.sonocert.peerevaluation;

import java.util.regex.Pattern;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/**
 * A person as the candidate names them.
 *
 * @param relation how the two are related, as the form offers it; {@code family} and {@code
 *     financial} are refused
 * @param knownHow how the nominee knows the candidate's scanning, in the candidate's words
 */
public record Nominee(
    String name,
    String email,
    Mailbox mailbox,
    String relation,
    String knownHow,
    boolean consented) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final int LONGEST_NAME = 200;

  /**
   * Reads what the candidate typed.
   *
   * @throws Rejected INVALID when name or address cannot be those of one person
   */
  public static Nominee typed(
      String name, String email, String relation, String knownHow, boolean consented) {
    String plain = name.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME || CONTROL.matcher(plain).find()) {
      throw new Rejected(
          Rejection.invalid("name-unknown-form", "Please give the evaluator's name on one line."));
    }
    return new Nominee(
        plain, Mailbox.address(email), Mailbox.of(email), relation, knownHow, consented);
  }
}
