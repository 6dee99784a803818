package org.sonocert.mycertification;

import java.util.Locale;

/** Whose turn it is, as pages colour and name it. */
enum Turn {
  YOU,
  US,
  DONE,
  LOST,
  NEXT;

  /** The word that templates and styles use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
