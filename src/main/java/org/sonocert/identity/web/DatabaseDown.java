package org.sonocert.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything but the reference of the request: when the database does not answer, not
 * even a session can be read, so the page is rendered from here, without either.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DatabaseDown extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(DatabaseDown.class);
  private static final String SECONDS = "30";

  private final ObjectProvider<BarePage> pages;

  DatabaseDown(ObjectProvider<BarePage> pages) {
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      if (!down(e) || response.isCommitted()) {
        throw e;
      }
      log.error("Reference {}: the database does not answer", Reference.of(request), e);
      answer(request, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.reset();
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", SECONDS);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", PageHeaders.CONTENT);
    pages
        .getObject()
        .render("error/503", Map.of("reference", Reference.of(request)), request, response);
  }

  /** Looks also at what a rollback hides that could not be done because the connection was gone. */
  static boolean down(@Nullable Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof DataAccessResourceFailureException
          || t instanceof CannotCreateTransactionException
          || t instanceof SQLTransientConnectionException
          || (t instanceof SQLException sql && lost(sql.getSQLState()))) {
        return true;
      }
      if (t instanceof TransactionSystemException failed
          && down(failed.getApplicationException())) {
        return true;
      }
    }
    return false;
  }

  /** Connection exceptions, and what the server says when it is shut down or starts. */
  private static boolean lost(@Nullable String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
