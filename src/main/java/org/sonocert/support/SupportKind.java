package org.sonocert.support;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a support request is about. */
public enum SupportKind {
  TECHNICAL_PROBLEM("Technical problem"),
  MORE_TIME("More time"),
  ACCOMMODATION("Accommodation"),
  NAME_ON_CERTIFICATE("Name on the certificate"),
  WITHDRAWAL("Withdrawal"),
  REPORT_OF_DEATH("Report of a death"),
  SOMETHING_ELSE("Something else");

  private final String label;

  SupportKind(String label) {
    this.label = label;
  }

  /** In English, for staff. */
  public String label() {
    return label;
  }

  /** The word that the table, forms and keys of texts use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #word()}. */
  public static Optional<SupportKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
