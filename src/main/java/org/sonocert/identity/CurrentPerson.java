package org.sonocert.identity;

import java.util.Optional;
import java.util.Set;
import org.sonocert.core.AccountId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person whose request is being served. */
@Component
public class CurrentPerson {

  /**
   * The signed-in person's account.
   *
   * @throws Rejected NOT_FOUND when nobody is signed in, which the security rules prevent before
   */
  public AccountId id() {
    return maybe().orElseThrow(() -> new Rejected(Rejection.notFound("session")));
  }

  /** The signed-in person's account, empty for a visitor, an evaluator or a job. */
  public Optional<AccountId> maybe() {
    return signedIn().map(s -> new AccountId(s.account()));
  }

  /** Ids of the person's roles; empty for a visitor. */
  public Set<String> roles() {
    return signedIn().map(SignedIn::roles).orElse(Set.of());
  }

  private static Optional<SignedIn> signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? Optional.of(person)
        : Optional.empty();
  }
}
