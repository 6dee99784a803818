package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.SignedIn;
import org.sonocert.identity.SigningIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sign-in. The session gets a new id, so that a planted one opens nothing. */
@Controller
class LoginPages {
  private final SigningIn signingIn;
  private final SecurityContextRepository contexts;
  private final SessionAuthenticationStrategy freshSession;
  private final RequestCache wanted = PageRequests.cache();

  LoginPages(SigningIn signingIn, SecurityContextRepository contexts, CsrfTokenRepository tokens) {
    this.signingIn = signingIn;
    this.contexts = contexts;
    this.freshSession =
        new CompositeSessionAuthenticationStrategy(
            List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(tokens)));
  }

  @GetMapping("/login")
  ModelAndView form() {
    return page("", null);
  }

  @PostMapping("/login")
  ModelAndView signIn(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      SignedIn person = signingIn.signIn(email, password, request.getRemoteAddr());
      enter(person, request, response);
      return new ModelAndView("redirect:" + next(person, request, response));
    } catch (Rejected e) {
      return page(email, e.rejection());
    }
  }

  private void enter(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
    Authentication authentication =
        UsernamePasswordAuthenticationToken.authenticated(
            person,
            null,
            person.roles().stream().sorted().map(SimpleGrantedAuthority::new).toList());
    request.getSession();
    freshSession.onAuthentication(authentication, request, response);
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

  private static ModelAndView page(String email, @Nullable Rejection refusal) {
    HttpStatus status =
        refusal == null ? HttpStatus.OK : HttpStatus.valueOf(refusal.kind().status());
    var page = new ModelAndView("identity/login", Map.of("email", email), status);
    page.addObject("refusal", refusal == null ? null : refusal.code());
    return page;
  }
}
