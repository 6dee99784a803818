package org.sonocert.identity.web;

import org.sonocert.core.BaseUrl;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sessions in the database, half an hour idle; housekeeping deletes what is over. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
    maxInactiveIntervalInSeconds = SessionConfiguration.IDLE_SECONDS,
    cleanupCron = Scheduled.CRON_DISABLED)
class SessionConfiguration {
  static final int IDLE_SECONDS = 30 * 60;

  @Bean
  @Primary
  SessionsReadOnce<? extends Session> sessionsReadOnce(JdbcIndexedSessionRepository database) {
    return new SessionsReadOnce<>(database);
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> sessionsForgotten(SessionsReadOnce<?> sessions) {
    var filter = new FilterRegistrationBean<>(sessions.forgetting());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }

  /** The same cookie in both worlds; over https it carries the prefix that forbids tampering. */
  @Bean
  CookieSerializer sessionCookie(BaseUrl base) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(base.secure() ? "__Host-SESSION" : "SESSION");
    cookie.setUseSecureCookie(base.secure());
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setCookiePath("/");
    return cookie;
  }
}
