package org.sonocert.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the request's reference beside everything that is logged while it is served, so that what a
 * person quotes from an error page leads to all of it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestReferences extends OncePerRequestFilter {
  /** Name of the reference in the log. */
  static final String FIELD = "reference";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (MDC.MDCCloseable field = MDC.putCloseable(FIELD, Reference.of(request))) {
      chain.doFilter(request, response);
    }
  }

  /** An error is shown in a second turn of the same request, which has the same reference. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
