package org.sonocert.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.BaseUrl;
import org.sonocert.core.MachineClock;
import org.sonocert.identity.Route;
import org.sonocert.identity.Routes;
import org.sonocert.identity.SignedIn;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** One chain of filters for all pages: default deny, by the route table. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** Health and metrics live on the management port only, which stays inside the house. */
  @Bean
  @Order(1)
  SecurityFilterChain management(HttpSecurity http) throws Exception {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .securityContext(context -> context.disable())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http,
      Routes routes,
      Refusing refusing,
      BaseUrl base,
      MachineClock clock,
      CsrfTokenRepository csrfTokens,
      SecurityContextRepository contexts)
      throws Exception {
    return http.authorizeHttpRequests(
            all ->
                all.dispatcherTypeMatchers(
                        DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .anyRequest()
                    .access(byTable(routes)))
        .addFilterBefore(new SessionAge(clock), ExceptionTranslationFilter.class)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens)
                    // the mailed reference is the secret, and no session is begun by a scanner
                    .ignoringRequestMatchers("/evaluate/*/code")
                    // a card company has no session; its signature is checked over the whole body
                    .ignoringRequestMatchers("/webhooks/stripe"))
        .securityContext(context -> context.securityContextRepository(contexts))
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .logout(out -> out.logoutUrl("/logout").logoutSuccessUrl("/login?out"))
        .requestCache(cache -> cache.requestCache(PageRequests.cache()))
        .exceptionHandling(
            denied -> denied.authenticationEntryPoint(refusing).accessDeniedHandler(refusing))
        .headers(headers -> PageHeaders.apply(headers, routes, base.secure()))
        .anonymous(anyone -> {})
        .build();
  }

  static AuthorizationManager<RequestAuthorizationContext> byTable(Routes routes) {
    return (authentication, context) -> {
      HttpServletRequest request = context.getRequest();
      return new AuthorizationDecision(
          routes
              .of(request)
              .map(
                  row ->
                      row.access() == Route.Access.PUBLIC
                          || row.admits(roles(authentication.get())))
              .orElse(false));
    };
  }

  private static @Nullable Set<String> roles(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? person.roles()
        : null;
  }

  @Bean
  SecurityContextRepository securityContexts() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  CsrfTokenRepository csrfTokens() {
    return new HttpSessionCsrfTokenRepository();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }
}
