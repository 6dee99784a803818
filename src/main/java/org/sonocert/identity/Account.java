package org.sonocert.identity;

import java.util.Locale;
import java.util.Set;
import org.sonocert.core.AccountId;

/**
 * One person who can sign in.
 *
 * @param email the address that was confirmed, lower case
 * @param mailbox where mail to this person goes: the first address, or the second one when a mail
 *     server refused the first for good
 * @param locale language of pages and mails
 * @param round raised by whatever signs the person out; read together with the roles and with what
 *     a sign-in compares, so that a session of these facts ends when they change
 */
public record Account(
    AccountId id,
    String email,
    String mailbox,
    String givenName,
    String familyName,
    Locale locale,
    Set<Role> roles,
    long round) {

  /** Given and family name as they stand on a certificate. */
  public String name() {
    return (givenName + " " + familyName).strip();
  }
}
