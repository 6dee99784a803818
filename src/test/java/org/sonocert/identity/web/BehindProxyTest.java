package org.sonocert.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonocert.identity.Token;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** A proxy in the house ends TLS and says whom it speaks for. */
@RealParts
class BehindProxyTest {
  private static final String VISITOR = "203.0.113.7";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TomcatServletWebServerFactory server;

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  @Test
  void triesCountForTheVisitorsNetworkAndNotForTheProxys() {
    Visitor behind = new Visitor(port).with("X-Forwarded-For", VISITOR);
    behind.signIn("nobody@example.org", "wrong");
    assertThat(tries("login-from:" + VISITOR)).isEqualTo(1);
    assertThat(tries("login-from:127.0.0.1")).isZero();
  }

  @Test
  void whatAVisitorClaimsInFrontOfTheProxyCountsNothing() {
    Visitor behind = new Visitor(port).with("X-Forwarded-For", "198.51.100.1, " + VISITOR);
    behind.signIn("nobody@example.org", "wrong");
    assertThat(tries("login-from:" + VISITOR)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, true", "10.1.2.3, true", "192.168.0.9, true", "203.0.113.7, false"})
  void onlyAProxyOnAPrivateNetworkIsBelieved(String address, boolean believed) {
    RemoteIpValve valve =
        server.getEngineValves().stream()
            .filter(RemoteIpValve.class::isInstance)
            .map(RemoteIpValve.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(
            Arrays.stream(valve.getInternalProxies().split(", *"))
                .anyMatch(network -> new IpAddressMatcher(network).matches(address)))
        .isEqualTo(believed);
  }

  @Test
  void redirectsNameNeitherProtocolNorHost() throws Exception {
    assertThat(location("/me")).isEqualTo("/login");
    Visitor behind = new Visitor(port).with("X-Forwarded-Proto", "https");
    behind.get("/me?from=proxy");
    HttpResponse<String> in = behind.signIn("candidate2@demo.example", RealParts.PASSWORD);
    assertThat(in.headers().firstValue("Location")).hasValue("/me?from=proxy");
  }

  private String location(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("X-Forwarded-Proto", "https")
            .header("Accept", "text/html")
            .build();
    return HttpClient.newHttpClient()
        .send(request, BodyHandlers.ofString())
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private long tries(String what) {
    return db.sql("select count(*) from attempt where bucket = ?")
        .param(Token.hash(what))
        .query(Long.class)
        .single();
  }
}
