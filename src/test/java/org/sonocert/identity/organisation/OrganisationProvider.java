package org.sonocert.identity.organisation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An organisation's provider on this machine: real keys, real tokens, one invented person. */
final class OrganisationProvider implements AutoCloseable {
  static final String CLIENT = "sonocert-test";
  static final String SECRET = "a secret of this test";

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private RSAKey signing;
  private Map<String, String> asked = Map.of();

  OrganisationProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("one").generate();
      signing = key;
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (JOSEException | IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/.well-known/openid-configuration", x -> send(x, configuration()));
    server.createContext("/keys", x -> send(x, new JWKSet(key).toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The person who signs in next. */
  OrganisationProvider person(String subject, String email, boolean verified) {
    claims.clear();
    claims.put("sub", subject);
    claims.put("email", email);
    claims.put("email_verified", verified);
    signing = key;
    return this;
  }

  /** Says when it saw the person itself. */
  OrganisationProvider sawThemAt(Instant at) {
    claims.put("auth_time", at.getEpochSecond());
    return this;
  }

  /** Signs with a key that it does not publish. */
  OrganisationProvider withAnotherKey() throws JOSEException {
    signing = new RSAKeyGenerator(2048).keyID("one").generate();
    return this;
  }

  /** What the last request asked for. */
  Map<String, String> asked() {
    return asked;
  }

  /** The person agrees: the path and query with which the browser comes back. */
  String comesBack(String location) {
    asked = query(URI.create(location).getRawQuery());
    String code = UUID.randomUUID().toString();
    nonces.put(code, asked.get("nonce"));
    return URI.create(asked.get("redirect_uri")).getPath()
        + "?code="
        + code
        + "&state="
        + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
  }

  private String configuration() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
     "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
     "id_token_signing_alg_values_supported":["RS256"],"scopes_supported":["openid","email"]}"""
        .formatted(issuer());
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String nonce = nonces.remove(form.get("code"));
    if (nonce == null || form.get("code_verifier") == null) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    send(
        exchange,
        """
        {"access_token":"nobody needs it","token_type":"Bearer","expires_in":60,"id_token":"%s"}"""
            .formatted(idToken(nonce)));
  }

  private String idToken(String nonce) {
    Instant now = Instant.now();
    var set =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .claim("nonce", nonce);
    claims.forEach(set::claim);
    var token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), set.build());
    try {
      token.sign(new RSASSASigner(signing));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static Map<String, String> query(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      int at = pair.indexOf('=');
      values.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return values;
  }

  private static void send(HttpExchange exchange, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
