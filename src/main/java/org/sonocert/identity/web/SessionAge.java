package org.sonocert.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.sonocert.core.MachineClock;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session some hours after it began, however busy it is. */
final class SessionAge extends OncePerRequestFilter {
  private final MachineClock clock;
  private final Duration longest;

  SessionAge(MachineClock clock, Duration longest) {
    this.clock = clock;
    this.longest = longest;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestedSessionId() != null
        && !request.getRequestURI().startsWith("/assets/")) {
      endWhenOld(request);
    }
    chain.doFilter(request, response);
  }

  private void endWhenOld(HttpServletRequest request) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    HttpSession session = request.getSession(false);
    if (session == null
        || authentication == null
        || !(authentication.getPrincipal() instanceof AuthenticatedPrincipal)) {
      return;
    }
    Instant began = Instant.ofEpochMilli(session.getCreationTime());
    if (clock.now().isAfter(began.plus(longest))) {
      session.invalidate();
      SecurityContextHolder.clearContext();
    }
  }
}
