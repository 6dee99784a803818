package org.sonocert.identity.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sonocert.identity.HalfSignedIn;
import org.sonocert.identity.Routes;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What somebody gets who may not come in: a visitor the sign-in page, anybody else "no such page",
 * which does not tell whether there is one.
 */
@Component
class Refusing implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final Routes routes;

  Refusing(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    if (routes.of(request).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      send(request, response, "/login");
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    if (e instanceof AuthorizationDeniedException denied
        && denied.getAuthorizationResult() instanceof FactorAuthorizationDecision) {
      send(request, response, "/account/confirm?to=" + request.getRequestURI());
    } else if (half(SecurityContextHolder.getContext().getAuthentication())
        && routes.of(request).isPresent()) {
      send(request, response, "/login/code");
    } else if (e instanceof CsrfException) {
      request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, e);
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void send(HttpServletRequest request, HttpServletResponse response, String where)
      throws IOException {
    if (PageRequests.partial(request)) {
      response.setHeader("HX-Redirect", where);
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (PageRequests.wantsJson(request)) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(where);
    }
  }

  private static boolean half(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof HalfSignedIn;
  }
}
