package org.sonocert.payment.codes;

import java.util.Locale;

/**
 * What managers and payers see of a code. An enrolment's end is told to nobody: it shows as {@link
 * #IN_USE}, or as {@link #CERTIFIED} when its candidate consented.
 */
public enum CodeState {
  UNUSED,
  RESERVED,
  IN_USE,
  /** Unused, and its package is closed or its last day is over. */
  CLOSED,
  CERTIFIED;

  /** Kebab-case, as files and message keys have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
