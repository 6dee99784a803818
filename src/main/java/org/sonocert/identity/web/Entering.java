package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sonocert.core.MachineClock;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts.Credentials;
import org.sonocert.identity.HalfSignedIn;
import org.sonocert.identity.SecondStepRule;
import org.sonocert.identity.Sessions;
import org.sonocert.identity.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Lets a person in, half or whole. At each of these moments the session gets a new id, so that a
 * planted one opens nothing; how somebody proved who they are, and when, is kept with it.
 */
@Component
class Entering {
  /** The page of the second step, and that of setting it up. */
  static final String CODE_PAGE = "/login/code";

  static final String SETUP_PAGE = "/login/two-step";

  private final SecurityContextRepository contexts;
  private final SessionAuthenticationStrategy freshSession;
  private final SecondStepRule rule;
  private final MachineClock clock;
  private final RequestCache wanted = PageRequests.cache();

  Entering(
      SecurityContextRepository contexts,
      CsrfTokenRepository tokens,
      SecondStepRule rule,
      MachineClock clock) {
    this.contexts = contexts;
    this.rule = rule;
    this.clock = clock;
    this.freshSession =
        new CompositeSessionAuthenticationStrategy(
            List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(tokens)));
  }

  /** After the right password: the page that comes next. */
  String byPassword(Credentials known, HttpServletRequest request, HttpServletResponse response) {
    Account account = known.account();
    if (!known.twoSteps() && !rule.requires(account.roles())) {
      return whole(account, password(), request, response);
    }
    var owes = known.twoSteps() ? HalfSignedIn.Owes.CODE : HalfSignedIn.Owes.AUTHENTICATOR;
    enter(
        new HalfSignedIn(account.id().value(), owes, account.round()),
        List.of(),
        request,
        response);
    return known.twoSteps() ? CODE_PAGE : SETUP_PAGE;
  }

  /** The person is in: the page that they wanted. */
  String whole(
      Account account,
      FactorGrantedAuthority proof,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignedIn person = SignedIn.of(account);
    enter(person, authorities(person, proof), request, response);
    return next(person, request, response);
  }

  /** The person has just given the password, and the code where one is asked. */
  FactorGrantedAuthority password() {
    return FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
        .issuedAt(clock.now())
        .build();
  }

  /** The person has just proved once more who they are. */
  void again(HttpServletRequest request, HttpServletResponse response) {
    Authentication now = SecurityContextHolder.getContext().getAuthentication();
    if (now != null && now.getPrincipal() instanceof SignedIn person) {
      enter(person, authorities(person, password()), request, response);
    }
  }

  private static List<GrantedAuthority> authorities(SignedIn person, FactorGrantedAuthority proof) {
    List<GrantedAuthority> authorities = new ArrayList<>();
    person.roles().stream().sorted().map(SimpleGrantedAuthority::new).forEach(authorities::add);
    authorities.add(proof);
    return authorities;
  }

  private void enter(
      Object person,
      List<GrantedAuthority> authorities,
      HttpServletRequest request,
      HttpServletResponse response) {
    Authentication authentication =
        UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
    var session = request.getSession();
    freshSession.onAuthentication(authentication, request, response);
    session.setAttribute(Sessions.DEVICE, DeviceName.of(request.getHeader("User-Agent")));
    session.setAttribute(Sessions.NETWORK, request.getRemoteAddr());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  private String next(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
    SavedRequest saved = wanted.getRequest(request, response);
    if (saved != null) {
      wanted.removeRequest(request, response);
      return path(saved);
    }
    if (person.roles().contains("candidate")) {
      return "/me";
    }
    if (person.roles().equals(Set.of("auditor"))) {
      return "/audit";
    }
    return person.roles().equals(Set.of("operator")) ? "/ops" : "/tasks";
  }

  /** Without host and protocol, which a proxy may know better than we do. */
  private static String path(SavedRequest saved) {
    URI wanted = URI.create(saved.getRedirectUrl());
    return wanted.getRawQuery() == null
        ? wanted.getRawPath()
        : wanted.getRawPath() + "?" + wanted.getRawQuery();
  }
}
