package org.sonocert.credential;

import java.util.Locale;

/** What anybody who verifies a credential learns about it today. */
public enum Standing {
  VALID,
  EXPIRED,
  SUSPENDED,
  REVOKED;

  /** The word of pages and programs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
