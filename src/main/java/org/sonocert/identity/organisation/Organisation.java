package org.sonocert.identity.organisation;

import java.util.List;
import java.util.stream.Stream;
import org.sonocert.core.BaseUrl;
import org.sonocert.core.StartCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/**
 * The organisation's provider, as the settings name it. What it publishes about itself is read at
 * the first sign-in, so that a provider that is down keeps no server from starting.
 */
@Component
public class Organisation implements ClientRegistrationRepository, StartCheck {
  /** The provider's place in addresses; there is one. */
  public static final String ID = "organisation";

  private final String issuer;
  private final String client;
  private final String secret;
  private final BaseUrl base;
  private volatile @org.jspecify.annotations.Nullable ClientRegistration known;

  Organisation(
      @Value("${sonocert.oidc.issuer:}") String issuer,
      @Value("${sonocert.oidc.client-id:}") String client,
      @Value("${sonocert.oidc.client-secret:}") String secret,
      BaseUrl base) {
    this.issuer = issuer.strip();
    this.client = client.strip();
    this.secret = secret.strip();
    this.base = base;
  }

  /** Whether people can sign in by it. */
  public boolean configured() {
    return Stream.of(issuer, client, secret).noneMatch(String::isEmpty);
  }

  /**
   * The provider; asked about itself until it has answered once.
   *
   * @throws RuntimeException when it does not answer
   */
  @Override
  public @org.jspecify.annotations.Nullable ClientRegistration findByRegistrationId(String id) {
    if (!configured() || !id.equals(ID)) {
      return null;
    }
    ClientRegistration read = known;
    if (read == null) {
      read = read();
      known = read;
    }
    return read;
  }

  private ClientRegistration read() {
    return ClientRegistrations.fromIssuerLocation(issuer)
        .registrationId(ID)
        .clientId(client)
        .clientSecret(secret)
        .redirectUri(base.of("/login/returned/" + ID))
        .scope("openid", "email", "profile")
        .userNameAttributeName("sub")
        .build();
  }

  @Override
  public List<String> findings() {
    boolean none = Stream.of(issuer, client, secret).allMatch(String::isEmpty);
    if (none || configured()) {
      return List.of();
    }
    return List.of(
        "sign-in by the organisation needs all three of SONOCERT_OIDC_ISSUER,"
            + " SONOCERT_OIDC_CLIENT_ID and SONOCERT_OIDC_CLIENT_SECRET, or none");
  }
}
