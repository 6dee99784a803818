package org.sonocert.identity;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * A row of the route table: who may come to the addresses of a pattern.
 *
 * @param method only this one, all of them when null
 * @param pattern as Spring's path patterns have it
 * @param roles any of them opens it; empty unless {@code access} is ROLES
 * @param kept whether a browser may keep the page (and ask whether it changed)
 * @param fresh whether the person must have proved within minutes who they are
 */
public record Route(
    @Nullable HttpMethod method,
    String pattern,
    Access access,
    Set<Role> roles,
    boolean kept,
    boolean fresh) {

  /** Who comes in at all. */
  public enum Access {
    /** Everybody, signed in or not. */
    PUBLIC,
    /** Whoever gave the right password and owes the second step, and nobody else. */
    HALF_SIGNED_IN,
    /** Whoever is signed in, whatever their role. */
    SIGNED_IN,
    /** Whoever is signed in and has one of the roles. */
    ROLES
  }

  static Route open(String pattern) {
    return new Route(null, pattern, Access.PUBLIC, Set.of(), false, false);
  }

  static Route open(HttpMethod method, String pattern) {
    return new Route(method, pattern, Access.PUBLIC, Set.of(), false, false);
  }

  static Route openKept(String pattern) {
    return new Route(null, pattern, Access.PUBLIC, Set.of(), true, false);
  }

  static Route half(String pattern) {
    return new Route(null, pattern, Access.HALF_SIGNED_IN, Set.of(), false, false);
  }

  static Route signedIn(String pattern) {
    return new Route(null, pattern, Access.SIGNED_IN, Set.of(), false, false);
  }

  static Route confirmed(String pattern) {
    return new Route(null, pattern, Access.SIGNED_IN, Set.of(), false, true);
  }

  static Route signedIn(HttpMethod method, String pattern) {
    return new Route(method, pattern, Access.SIGNED_IN, Set.of(), false, false);
  }

  static Route only(String pattern, Role first, Role... others) {
    return new Route(
        null, pattern, Access.ROLES, Set.copyOf(EnumSet.of(first, others)), false, false);
  }

  static Route onlyConfirmed(String pattern, Role first) {
    return new Route(null, pattern, Access.ROLES, Set.of(first), false, true);
  }

  /** Whether somebody with these role ids, or nobody (null), may come in. */
  public boolean admits(@Nullable Set<String> roleIds) {
    return switch (access) {
      case PUBLIC -> true;
      case HALF_SIGNED_IN -> false;
      case SIGNED_IN -> roleIds != null;
      case ROLES -> roleIds != null && roles.stream().anyMatch(r -> roleIds.contains(r.id()));
    };
  }
}
