package org.sonocert.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Saves a statement per request: after saving a session, Spring Session reads it once more only to
 * learn whether the cookie is valid. What this request has just saved is remembered until it ends.
 */
final class SessionsReadOnce<S extends Session> implements SessionRepository<S> {
  private final SessionRepository<S> database;
  private final ThreadLocal<@Nullable S> saved = new ThreadLocal<>();

  SessionsReadOnce(SessionRepository<S> database) {
    this.database = database;
  }

  @Override
  public S createSession() {
    return database.createSession();
  }

  @Override
  public void save(S session) {
    database.save(session);
    saved.set(session);
  }

  @Override
  public @Nullable S findById(String id) {
    S known = saved.get();
    return known != null && known.getId().equals(id) ? known : database.findById(id);
  }

  @Override
  public void deleteById(String id) {
    saved.remove();
    database.deleteById(id);
  }

  /** Forgets at the beginning and at the end of each request; stands before the session filter. */
  OncePerRequestFilter forgetting() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        saved.remove();
        try {
          chain.doFilter(request, response);
        } finally {
          saved.remove();
        }
      }
    };
  }
}
