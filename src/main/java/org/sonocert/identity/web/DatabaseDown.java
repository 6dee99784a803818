package org.sonocert.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything: when the database does not answer, not even a session can be read, so
 * the page is written here, by hand and from nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseDown extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(DatabaseDown.class);
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s"><head><meta charset="utf-8"><title>%s · Sonocert</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"></head>
      <body><main><h1>%s</h1><p>%s</p><p><code>%s</code></p></main></body></html>
      """;

  private final MessageSource messages;

  DatabaseDown(MessageSource messages) {
    this.messages = messages;
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

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var locale = request.getLocale();
    String title = messages.getMessage("refused.UNAVAILABLE.title", null, locale);
    String todo = messages.getMessage("refused.UNAVAILABLE.todo", null, locale);
    String language = messages.getMessage("lang", null, locale);
    response.reset();
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", "30");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", PageHeaders.CONTENT);
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(PAGE.formatted(language, title, title, todo, Reference.of(request)));
  }

  static boolean down(@Nullable Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof DataAccessResourceFailureException
          || t instanceof CannotCreateTransactionException) {
        return true;
      }
    }
    return false;
  }
}
