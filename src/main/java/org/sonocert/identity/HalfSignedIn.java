package org.sonocert.identity;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who gave the right password and still owes the second step. Nobody, for every page but those of
 * the second step.
 *
 * @param round of the account's sessions, as it was when the password was read
 */
public record HalfSignedIn(UUID account, Owes owes, long round)
    implements Serializable, AuthenticatedPrincipal, OfRound {

  /** What is missing. */
  public enum Owes {
    /** A code of the authenticator, or a recovery code. */
    CODE,
    /** An authenticator, which this person must have and has not. */
    AUTHENTICATOR
  }

  /** The name under which all sessions of this person are found. */
  @Override
  public String getName() {
    return account.toString();
  }
}
