package org.sonocert.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Role × route, generated from the pages that are there: a page without a row fails the build. */
@RealParts
class RouteTableTest {
  private static final String PASSWORD = "three quiet herons at noon";

  @LocalServerPort int port;
  @Autowired Routes routes;
  @Autowired JdbcClient db;
  @Autowired OpeningAccounts opening;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  @Test
  void everyPageHasARow() {
    Set<String> without = new TreeSet<>();
    for (Page page : pages()) {
      if (routes.of(page.method(), page.path()).isEmpty()) {
        without.add(page.method() + " " + page.path());
      }
    }
    assertThat(without).as("pages that identity.Routes does not name").isEmpty();
  }

  @Test
  void everyRoleComesWhereItsRowsSayAndNowhereElse() {
    Map<Role, Visitor> people = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      people.put(role, signedIn(role));
    }
    Visitor stranger = new Visitor(port);
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    for (Page page : pages()) {
      Route row = routes.of(page.method(), page.path()).orElseThrow();
      check(page, stranger, null, row, wrong);
      for (Role role : Role.values()) {
        check(page, people.get(role), role, row, wrong);
      }
      checked += 1 + Role.values().length;
    }
    System.out.println("Role x route: " + checked + " cells over " + pages().size() + " pages");
    assertThat(wrong).isEmpty();
  }

  @Test
  void anAddressWithoutARowIsNowhere() {
    for (Role role : List.of(Role.CANDIDATE, Role.ADMINISTRATOR)) {
      assertThat(signedIn(role).get("/no/such/page").statusCode()).isEqualTo(404);
    }
    assertThat(new Visitor(port).get("/no/such/page").statusCode()).isEqualTo(404);
    assertThat(new Visitor(port).get("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(new Visitor(port).get("/engine-rest/version").statusCode()).isEqualTo(404);
    assertThat(new Visitor(port).getJson("/me").statusCode()).isEqualTo(401);
  }

  /**
   * What must never happen: somebody inside whom the row keeps out. Who is admitted may meet any
   * answer but the two of the gate, except that an id which is nobody's is not found.
   */
  private void check(Page page, Visitor visitor, Role role, Route row, List<String> wrong) {
    boolean admitted = row.admits(role == null ? null : Set.of(role.id()));
    HttpResponse<String> answer = call(page, visitor);
    int status = answer.statusCode();
    boolean toLogin =
        status == 302 && answer.headers().firstValue("Location").orElse("").endsWith("/login");
    boolean right;
    if (admitted) {
      boolean gateOfItsOwn = page.path().startsWith("/evaluate/") || !page.method().equals("GET");
      right = status < 500 && status != 401 && !toLogin && (status != 403 || gateOfItsOwn);
    } else if (page.method().equals("GET")) {
      right = role == null ? toLogin : status == 404;
    } else {
      right = role == null ? status == 403 || toLogin : status == 404;
    }
    if (!right) {
      wrong.add(page + " as " + role + " answers " + status);
    }
  }

  private static HttpResponse<String> call(Page page, Visitor visitor) {
    return page.method().equals("GET")
        ? visitor.get(page.path())
        : visitor.request(page.method(), page.path(), "application/json", "{}");
  }

  private record Page(String method, String path) {}

  /** All mapped pages of ours, with ids that are nobody's; sign-out would end the test's people. */
  private List<Page> pages() {
    Map<Page, Boolean> pages = new LinkedHashMap<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              if (method.getBeanType().getPackageName().startsWith("org.sonocert")) {
                pages(info).forEach(p -> pages.put(p, true));
              }
            });
    pages.remove(new Page("POST", "/account/sessions/end-all"));
    assertThat(pages).isNotEmpty();
    return List.copyOf(pages.keySet());
  }

  private static Stream<Page> pages(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    List<String> names =
        methods.isEmpty() ? List.of("GET") : methods.stream().map(Enum::name).toList();
    return info.getPatternValues().stream()
        .map(RouteTableTest::example)
        .flatMap(path -> names.stream().map(name -> new Page(name, path)));
  }

  private static String example(String pattern) {
    return pattern
        .replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "00000000-0000-4000-8000-000000000000")
        .replace("/**", "/x")
        .replace("*", "x");
  }

  private Visitor signedIn(Role role) {
    String email = UUID.randomUUID() + "@example.org";
    opening.open(
        new OpeningAccounts.Person(
            email, "Ana", "Belmonte", Locale.ENGLISH, opening.hash(PASSWORD), null),
        Set.of(role),
        "system");
    Visitor visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    visitor.get("/signup/sent");
    return visitor;
  }
}
