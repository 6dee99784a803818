package org.sonocert.identity;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in, as the session keeps it: enough for every page without asking the database.
 *
 * @param roles ids of {@link Role}
 * @param round of the account's sessions, as it was when the roles were read
 */
public record SignedIn(UUID account, String name, Set<String> roles, long round)
    implements Serializable, AuthenticatedPrincipal, OfRound {

  /** The person of an account, with the roles that they have now. */
  public static SignedIn of(Account account) {
    return new SignedIn(
        account.id().value(),
        account.name(),
        account.roles().stream().map(Role::id).collect(Collectors.toUnmodifiableSet()),
        account.round());
  }

  /** The name under which all sessions of this person are found. */
  @Override
  public String getName() {
    return account.toString();
  }
}
