package org.sonocert.assessment.agreement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two texts that are accepted before the first assessment starts (product rules, 2). */
public enum AgreementPart {
  /** What the candidate told the programme is true. */
  ACCURACY,
  /** The cases stay confidential. */
  CONFIDENTIALITY;

  /** The word that tables, addresses and keys of texts use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #word()}. */
  public static Optional<AgreementPart> of(String word) {
    return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
  }
}
