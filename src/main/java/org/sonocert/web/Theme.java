package org.sonocert.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** The colours that a visitor chose, so that a page comes in them at once. */
@Component
class Theme implements HandlerInterceptor {
  private static final Set<String> THEMES = Set.of("dark", "light");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Cookie chosen = WebUtils.getCookie(request, "theme");
    if (chosen != null && THEMES.contains(chosen.getValue())) {
      request.setAttribute("theme", chosen.getValue());
    }
    return true;
  }
}
