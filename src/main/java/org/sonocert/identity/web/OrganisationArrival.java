package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.identity.Account;
import org.sonocert.identity.SignedIn;
import org.sonocert.identity.organisation.LinkingOrganisations;
import org.sonocert.identity.organisation.LinkingOrganisations.Arrival;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Somebody comes back from their organisation's provider. They become one of our people, or nobody:
 * what the library keeps of them goes no further than this class.
 */
@Component
class OrganisationArrival implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
  private static final Logger log = LoggerFactory.getLogger(OrganisationArrival.class);

  private final LinkingOrganisations linking;
  private final Entering entering;
  private final MachineClock clock;

  OrganisationArrival(LinkingOrganisations linking, Entering entering, MachineClock clock) {
    this.linking = linking;
    this.entering = entering;
    this.clock = clock;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      refuse(request, response, "refused");
      return;
    }
    try {
      Account account = linking.account(arrival(user));
      var factor =
          FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY)
              .issuedAt(provedAt(user))
              .build();
      response.sendRedirect(entering.whole(account, factor, request, response));
    } catch (Rejected e) {
      refuse(request, response, "unknown");
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    log.warn("The organisation's provider let nobody in: {}", e.getMessage());
    refuse(request, response, "refused");
  }

  /** Anybody can lead a browser here, so a person who is in stays in. */
  private static void refuse(HttpServletRequest request, HttpServletResponse response, String why)
      throws IOException {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null && !somebodyIsIn(session)) {
      session.invalidate();
    }
    response.sendRedirect("/login?organisation=" + why);
  }

  /** Asked of the session, since the library has emptied the request's context by now. */
  private static boolean somebodyIsIn(HttpSession session) {
    return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
            instanceof SecurityContext context
        && context.getAuthentication() != null
        && context.getAuthentication().getPrincipal() instanceof SignedIn;
  }

  private static Arrival arrival(OidcUser user) {
    Optional<String> email =
        Boolean.TRUE.equals(user.getEmailVerified())
            ? Optional.ofNullable(user.getEmail())
            : Optional.empty();
    return new Arrival(String.valueOf(user.getIssuer()), user.getName(), email);
  }

  /**
   * When the provider last saw the person themselves; unless it says so, that proves nothing new.
   */
  private Instant provedAt(OidcUser user) {
    Instant said = user.getAuthenticatedAt();
    Instant now = clock.now();
    return said == null ? Instant.EPOCH : said.isAfter(now) ? now : said;
  }
}
