package org.sonocert.identity;

import java.util.Optional;
import org.sonocert.core.AccountId;

/** Everybody who can sign in. */
public interface Accounts {

  /** The account, empty when there is none of that id. */
  Optional<Account> find(AccountId id);

  /**
   * The account.
   *
   * @throws org.sonocert.core.Rejected NOT_FOUND when there is none
   */
  Account get(AccountId id);
}
