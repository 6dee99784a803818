package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.identity.SignedIn;
import org.sonocert.identity.organisation.Organisation;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What the provider is asked. Whoever is signed in here already wants to prove once more who they
 * are, so the provider is to ask them anew and to say when it did.
 */
final class OrganisationRequests implements OAuth2AuthorizationRequestResolver {
  static final String BEGIN = "/login/organisation";

  private final DefaultOAuth2AuthorizationRequestResolver plain;

  OrganisationRequests(Organisation organisation) {
    plain = new DefaultOAuth2AuthorizationRequestResolver(organisation, BEGIN);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    return again(plain.resolve(request));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
    return again(plain.resolve(request, id));
  }

  private static @Nullable OAuth2AuthorizationRequest again(
      @Nullable OAuth2AuthorizationRequest asked) {
    Authentication now = SecurityContextHolder.getContext().getAuthentication();
    boolean in = now != null && now.getPrincipal() instanceof SignedIn;
    return asked == null || !in
        ? asked
        : OAuth2AuthorizationRequest.from(asked)
            .additionalParameters(more -> more.putAll(Map.of("prompt", "login", "max_age", "0")))
            .build();
  }
}
