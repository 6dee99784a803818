package org.sonocert.demo.year;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * While the year is made, the clock runs through days in a second: every page says so and can be
 * read, but nothing can be begun that would run out at once.
 */
@Component
@Profile("demo")
class WhileTheYearIsMade implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final DemoYear year;

  WhileTheYearIsMade(DemoYear year) {
    this.year = year;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Optional<Integer> percent = year.percent();
    percent.ifPresent(done -> request.setAttribute("demoYearPercent", done));
    boolean begins =
        !READING.contains(request.getMethod()) && !request.getRequestURI().startsWith("/log");
    if (percent.isPresent() && begins) {
      throw new Rejected(
          Rejection.conflict(
              "demo-year",
              "The demo's year is being made and is at "
                  + percent.get()
                  + " percent, so nothing can be begun yet. Nothing was stored; please try again in"
                  + " a minute or two."));
    }
    return true;
  }
}
