package org.sonocert.exceptions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why days are added to a window. */
public enum ExceptionKind {
  /** For a reason of the candidate's. */
  EXTENSION("Extension"),
  /** Time in which the programme held up the work, from one instant to another. */
  OPERATOR_HOLD("Time given back"),
  /** For a disability or illness. */
  ACCOMMODATION("Accommodation");

  private final String label;

  ExceptionKind(String label) {
    this.label = label;
  }

  /** In English, for staff. */
  public String label() {
    return label;
  }

  /** The word that tables, forms and keys of texts use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #word()}. */
  public static Optional<ExceptionKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
