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
import org.sonocert.identity.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session twelve hours after it began, however busy it is. */
final class SessionAge extends OncePerRequestFilter {
  /** A working day; idle sessions end after half an hour by the container. */
  static final Duration LONGEST = Duration.ofHours(12);

  private final MachineClock clock;

  SessionAge(MachineClock clock) {
    this.clock = clock;
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
        || !(authentication.getPrincipal() instanceof SignedIn)) {
      return;
    }
    Instant began = Instant.ofEpochMilli(session.getCreationTime());
    if (clock.now().isAfter(began.plus(LONGEST))) {
      session.invalidate();
      SecurityContextHolder.clearContext();
    }
  }
}
