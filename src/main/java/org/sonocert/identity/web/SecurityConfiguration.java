package org.sonocert.identity.web;

import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.BaseUrl;
import org.sonocert.identity.HalfSignedIn;
import org.sonocert.identity.Route;
import org.sonocert.identity.Routes;
import org.sonocert.identity.SignedIn;
import org.sonocert.identity.organisation.Organisation;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
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
      Fresh fresh,
      SessionAge age,
      CsrfTokenRepository csrfTokens,
      SecurityContextRepository contexts,
      Organisation organisation,
      OrganisationArrival arrival)
      throws Exception {
    if (organisation.configured()) {
      http.oauth2Login(login -> byOrganisation(login, organisation, arrival));
    }
    return http.authorizeHttpRequests(
            all ->
                all.dispatcherTypeMatchers(
                        DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .anyRequest()
                    .access(byTable(routes, fresh)))
        .addFilterBefore(age, ExceptionTranslationFilter.class)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens)
                    // the mailed reference is the secret, and no session is begun by a scanner
                    .ignoringRequestMatchers("/evaluate/*/code")
                    // the answers to the self-check are marked on the page and change nothing
                    .ignoringRequestMatchers("/preparation")
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

  /** The provider's tokens are looked at once and kept nowhere. */
  private static void byOrganisation(
      OAuth2LoginConfigurer<HttpSecurity> login,
      Organisation organisation,
      OrganisationArrival arrival) {
    login
        .clientRegistrationRepository(organisation)
        .authorizedClientRepository(new NothingKept())
        .authorizationEndpoint(
            begin -> begin.authorizationRequestResolver(new OrganisationRequests(organisation)))
        .redirectionEndpoint(back -> back.baseUri("/login/returned/*"))
        .loginPage("/login")
        .successHandler(arrival)
        .failureHandler(arrival);
  }

  static AuthorizationManager<RequestAuthorizationContext> byTable(Routes routes, Fresh fresh) {
    return (authentication, context) -> {
      Optional<Route> row = routes.of(context.getRequest());
      boolean admitted = row.isPresent() && admits(row.get(), authentication.get());
      return admitted && row.get().fresh()
          ? fresh.of(authentication, context)
          : new AuthorizationDecision(admitted);
    };
  }

  private static boolean admits(Route row, @Nullable Authentication authentication) {
    Object person = authentication == null ? null : authentication.getPrincipal();
    return switch (row.access()) {
      case PUBLIC -> true;
      case HALF_SIGNED_IN -> person instanceof HalfSignedIn;
      case SIGNED_IN, ROLES -> row.admits(person instanceof SignedIn in ? in.roles() : null);
    };
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
