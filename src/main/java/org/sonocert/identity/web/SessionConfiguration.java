package org.sonocert.identity.web;

import java.time.Duration;
import org.sonocert.core.BaseUrl;
import org.sonocert.core.MachineClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sessions in the database; housekeeping deletes what is over. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(cleanupCron = Scheduled.CRON_DISABLED)
class SessionConfiguration {

  /** Without a request for so many minutes a session is over. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleSessions(
      @Value("${sonocert.session.idle-minutes:30}") int minutes) {
    return sessions -> sessions.setDefaultMaxInactiveInterval(minutes("idle", minutes));
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsEndWithTheirRound() {
    return sessions -> new SessionRounds().apply(sessions);
  }

  /** However busy, it is over after so many: twelve hours are a long day in a clinic. */
  @Bean
  SessionAge sessionAge(
      MachineClock clock, @Value("${sonocert.session.longest-minutes:720}") int minutes) {
    return new SessionAge(clock, minutes("longest", minutes));
  }

  /** The filter stands among those of security, and nowhere else. */
  @Bean
  FilterRegistrationBean<SessionAge> sessionAgeOnlyOnce(SessionAge age) {
    var filter = new FilterRegistrationBean<>(age);
    filter.setEnabled(false);
    return filter;
  }

  private static Duration minutes(String which, int minutes) {
    if (minutes < 1 || minutes > 1440) {
      throw new IllegalArgumentException(
          "sonocert.session." + which + "-minutes must lie between 1 and 1440");
    }
    return Duration.ofMinutes(minutes);
  }

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
