package org.sonocert.identity;

import java.util.UUID;

/** A person in a session that ends with the round in which their credentials were read. */
public interface OfRound {

  /** Whose session it is. */
  UUID account();

  /** As the account's row said it together with password and roles. */
  long round();
}
