package org.sonocert.enrolment;

import java.util.Locale;

/** What kind of open question holds the decision on an enrolment. */
public enum HoldKind {
  /** The holder of the card asks the card company for the money back (product rules, 3). */
  CARD_DISPUTE,
  /** The cases that were attested are being looked at (product rules, 2). */
  ATTESTATION_AUDIT;

  /** The word as the database and pages have it, kebab-case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static HoldKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
