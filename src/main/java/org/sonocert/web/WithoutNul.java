package org.sonocert.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the sign NUL out of whatever is typed or stands in an address: no keyboard has it, and the
 * database cannot keep it, so that a form with it would fail instead of being answered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class WithoutNul extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new Cleaned(request), response);
  }

  /** Reads the parameters only when they are asked for, so that a body stays unread till then. */
  private static final class Cleaned extends HttpServletRequestWrapper {
    Cleaned(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String value = super.getParameter(name);
      return value == null ? null : clean(value);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      String[] values = super.getParameterValues(name);
      return values == null ? null : clean(values);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      Map<String, String[]> cleaned = new LinkedHashMap<>();
      super.getParameterMap().forEach((name, values) -> cleaned.put(name, clean(values)));
      return cleaned;
    }

    private static String[] clean(String[] values) {
      return Stream.of(values).map(Cleaned::clean).toArray(String[]::new);
    }

    private static String clean(String value) {
      return value.indexOf('\0') < 0 ? value : value.replace("\0", "");
    }
  }
}
