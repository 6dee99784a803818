package org.sonocert.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonocert.core.BaseUrl;
import org.sonocert.identity.Routes;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

@RealParts
class PageHeadersTest {
  @LocalServerPort int port;
  @Autowired Routes routes;

  @Test
  void everyPageCarriesTheStrictHeaders() {
    for (String path :
        List.of("/login", "/signup", "/no-such-page", "/confirm/x", "/demo/mailbox")) {
      HttpResponse<String> page = new Visitor(port).get(path);
      assertThat(header(page, "Content-Security-Policy")).as(path).isEqualTo(PageHeaders.CONTENT);
      assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(page, "Permissions-Policy")).contains("camera=()");
      assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
      assertThat(header(page, "Strict-Transport-Security")).as("the demo is http").isEmpty();
    }
    assertThat(PageHeaders.CONTENT).doesNotContain("unsafe");
  }

  @Test
  void publicPagesMayBeKeptButAreAskedForAgain() {
    assertThat(header(new Visitor(port).get("/catalogue"), "Cache-Control"))
        .isEqualTo("private, no-cache");
  }

  @Test
  void theDemosCookieIsHttpOnlyAndLax() {
    String cookie = header(new Visitor(port).get("/login"), "Set-Cookie");
    assertThat(cookie).startsWith("SESSION=").contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(cookie).doesNotContain("Secure", "Domain");
  }

  @Test
  void overHttpsTheCookieCarriesThePrefixAndIsSecure() {
    CookieSerializer cookies =
        new SessionConfiguration()
            .sessionCookie(
                new BaseUrl(
                    new MockEnvironment().withProperty("sonocert.base-url", "https://c.example")));
    var request = new MockHttpServletRequest();
    var response = new MockHttpServletResponse();
    cookies.writeCookieValue(new CookieValue(request, response, "id"));
    assertThat(String.valueOf(response.getHeader("Set-Cookie")))
        .startsWith("__Host-SESSION=")
        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Domain");
  }

  @Test
  void aRefusalIsAPageForAPersonAndAProblemForAProgram() {
    HttpResponse<String> page = new Visitor(port).get("/demo/mailbox/999999999");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("This page does not exist", "no such mail")
        .doesNotContain("org.sonocert");
    HttpResponse<String> problem = new Visitor(port).getJson("/demo/mailbox/999999999");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(header(problem, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(problem.body()).contains("\"code\":\"not-found\"", "\"reference\":");
  }

  @Test
  void aBadAddressOrABadValueIsNoServerError() {
    assertThat(new Visitor(port).get("/demo/mailbox/abc").statusCode()).isIn(400, 404);
    assertThat(new Visitor(port).get("/confirm/%00").statusCode()).isIn(400, 404, 410);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
