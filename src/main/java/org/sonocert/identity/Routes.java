package org.sonocert.identity;

import static org.sonocert.identity.Role.ADMINISTRATOR;
import static org.sonocert.identity.Role.AUDITOR;
import static org.sonocert.identity.Role.CANDIDATE;
import static org.sonocert.identity.Role.CONTENT_EDITOR;
import static org.sonocert.identity.Role.LEAD_REVIEWER;
import static org.sonocert.identity.Role.OPERATOR;
import static org.sonocert.identity.Role.PANEL_MEMBER;
import static org.sonocert.identity.Role.PRIVACY_OFFICER;
import static org.sonocert.identity.Role.PROGRAMME_MANAGER;
import static org.sonocert.identity.Role.REVIEWER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The route table: the only place that says who may come where. The first row that matches counts;
 * an address without a row is open to nobody. A test fails when a page of ours has no row.
 */
@Component
public class Routes {
  private static final Role[] STAFF = {
    REVIEWER,
    LEAD_REVIEWER,
    CONTENT_EDITOR,
    PROGRAMME_MANAGER,
    PRIVACY_OFFICER,
    PANEL_MEMBER,
    OPERATOR,
    ADMINISTRATOR
  };

  private final List<Parsed> rows;

  public Routes(Environment environment) {
    boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
    rows = table(demo).stream().map(Parsed::new).toList();
  }

  private static List<Route> table(boolean demo) {
    List<Route> rows = new ArrayList<>();
    for (String kept :
        List.of(
            "/",
            "/catalogue/**",
            "/rules",
            "/guide/**",
            "/guide.pdf",
            "/people",
            "/system-check",
            "/notices",
            "/verify/**",
            "/media/sample/**",
            "/assets/**",
            "/favicon.ico")) {
      rows.add(Route.openKept(kept));
    }
    for (String open :
        List.of(
            "/error",
            "/help",
            "/preparation",
            "/signup/**",
            "/confirm/**",
            "/login",
            "/login/with-organisation",
            "/login/organisation/*",
            "/login/returned/*",
            "/password/**",
            "/first-administrator",
            "/invitation/**",
            "/evaluate/**",
            "/payer/**")) {
      rows.add(Route.open(open));
    }
    rows.add(Route.open(HttpMethod.POST, "/webhooks/stripe"));
    rows.add(Route.signedIn(HttpMethod.POST, "/logout"));
    rows.add(Route.half("/login/code"));
    rows.add(Route.half("/login/two-step"));
    addAccount(rows);
    for (String room : List.of("/me/**", "/apply/**", "/pay/**", "/sit/**", "/media/**")) {
      rows.add(Route.only(room, CANDIDATE));
    }
    rows.add(Route.only("/tasks/**", REVIEWER, STAFF));
    rows.add(Route.only("/audit/**", AUDITOR));
    rows.add(Route.only("/ops/**", OPERATOR));
    rows.add(Route.onlyConfirmed("/programme/money/refunds/*/*", PROGRAMME_MANAGER));
    rows.add(Route.onlyConfirmed("/programme/agreements/*/*/decide", PROGRAMME_MANAGER));
    rows.add(Route.only("/programme/**", PROGRAMME_MANAGER));
    rows.add(Route.onlyConfirmed("/admin/people/*/**", ADMINISTRATOR));
    rows.add(Route.only("/admin/**", ADMINISTRATOR));
    if (demo) {
      rows.add(Route.open("/demo/**"));
    }
    return List.copyOf(rows);
  }

  /** What everybody has; what a stranger at an open screen must not do asks for the password. */
  private static void addAccount(List<Route> rows) {
    for (String guarded :
        List.of(
            "/account/password",
            "/account/addresses/**",
            "/account/two-step/**",
            "/account/export")) {
      rows.add(Route.confirmed(guarded));
    }
    rows.add(Route.signedIn("/account/**"));
  }

  /** All rows in the order in which they are asked. */
  public List<Route> rows() {
    return rows.stream().map(Parsed::row).toList();
  }

  /** The row of a request, empty when nobody may come there. */
  public Optional<Route> of(HttpServletRequest request) {
    String path = ServletRequestPathUtils.parse(request).pathWithinApplication().value();
    return of(request.getMethod(), path);
  }

  /** The row of a method and a path. */
  public Optional<Route> of(String method, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return rows.stream().filter(r -> r.matches(method, parsed)).map(Parsed::row).findFirst();
  }

  private record Parsed(Route row, PathPattern pattern) {
    Parsed(Route row) {
      this(row, PathPatternParser.defaultInstance.parse(row.pattern()));
    }

    boolean matches(String method, PathContainer path) {
      HttpMethod only = row.method();
      return (only == null || only.name().equals(method)) && pattern.matches(path);
    }
  }
}
