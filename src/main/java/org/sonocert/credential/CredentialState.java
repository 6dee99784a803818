package org.sonocert.credential;

import java.util.Locale;

/** What the programme decided about a credential; that it expired is a matter of time, not here. */
public enum CredentialState {
  VALID,
  SUSPENDED,
  REVOKED;

  /** The word as the database has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CredentialState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
