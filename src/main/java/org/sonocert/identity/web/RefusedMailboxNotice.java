package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.identity.RefusedMailboxes;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Says on a person's own pages that mail to them is refused, since a mail cannot say it. One
 * statement by primary key for a page.
 */
@Component
class RefusedMailboxNotice implements HandlerInterceptor, WebMvcConfigurer {
  private final RefusedMailboxes refused;
  private final CurrentPerson person;

  RefusedMailboxNotice(RefusedMailboxes refused, CurrentPerson person) {
    this.refused = refused;
    this.person = person;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/me/**", "/account/**", "/tasks/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getMethod().equals("GET")) {
      person.maybe().ifPresent(id -> show(request, refused.of(id)));
    }
    return true;
  }

  private static void show(HttpServletRequest request, List<String> mailboxes) {
    if (!mailboxes.isEmpty()) {
      request.setAttribute("refusedMailboxes", String.join(", ", mailboxes));
    }
  }
}
