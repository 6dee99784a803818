package org.sonocert.identity;

import java.util.Locale;
import java.util.Set;
import org.sonocert.core.AccountId;

/**
 * One person who can sign in.
 *
 * @param email the address that was confirmed, lower case
 * @param locale language of pages and mails
 */
public record Account(
    AccountId id,
    String email,
    String givenName,
    String familyName,
    Locale locale,
    Set<Role> roles) {

  /** Given and family name as they stand on a certificate. */
  public String name() {
    return (givenName + " " + familyName).strip();
  }
}
