package org.sonocert.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonocert.identity.SignedIn;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What stands in the header of every page, refusals and errors included: the rooms that this person
 * may enter, who is signed in, and where help is asked from. Templates find them among the
 * request's attributes.
 */
@Component
class Navigation implements HandlerInterceptor {
  private static final Set<String> STAFF =
      Set.of(
          "reviewer",
          "lead-reviewer",
          "content-editor",
          "programme-manager",
          "privacy-officer",
          "panel-member",
          "operator",
          "administrator");

  private final boolean demo;

  Navigation(Environment environment) {
    demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /**
   * One entry of the navigation.
   *
   * @param label key of its words
   */
  record Item(String href, String label, boolean current) {}

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    SignedIn person = person();
    request.setAttribute("nav", nav(request, person));
    request.setAttribute("personName", person == null ? null : person.name());
    request.setAttribute(
        "helpFrom", person == null ? null : VisitedPage.of(request.getRequestURI()).orElse(null));
    return true;
  }

  private List<Item> nav(HttpServletRequest request, @Nullable SignedIn person) {
    Set<String> roles = person == null ? Set.of() : person.roles();
    List<Item> items = new ArrayList<>();
    add(items, request, "/catalogue", "layout.catalogue");
    if (roles.contains("candidate")) {
      add(items, request, "/me", "layout.me");
    }
    if (roles.stream().anyMatch(STAFF::contains)) {
      add(items, request, "/tasks", "layout.tasks");
    }
    if (roles.contains("programme-manager")) {
      add(items, request, "/programme", "layout.programme");
    }
    if (roles.contains("operator")) {
      add(items, request, "/ops", "layout.ops");
    }
    if (roles.contains("auditor")) {
      add(items, request, "/audit", "layout.audit");
    }
    if (roles.contains("administrator")) {
      add(items, request, "/admin/people", "people.title");
    }
    if (person != null) {
      add(items, request, "/account", "account.title");
    }
    if (demo) {
      add(items, request, "/demo/mailbox", "layout.mailbox");
      add(items, request, "/demo/clock", "layout.clock");
    }
    return items;
  }

  private static void add(List<Item> items, HttpServletRequest request, String href, String label) {
    items.add(new Item(href, label, request.getRequestURI().startsWith(href)));
  }

  private static @Nullable SignedIn person() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? person
        : null;
  }
}
