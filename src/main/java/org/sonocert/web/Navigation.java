package org.sonocert.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonocert.identity.SignedIn;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands in the header of every page: the rooms that this person may enter. */
@ControllerAdvice
class Navigation {
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

  /** One entry of the navigation. */
  record Item(String href, String label, boolean current) {}

  @ModelAttribute("nav")
  List<Item> nav(HttpServletRequest request) {
    Set<String> roles = person() == null ? Set.of() : person().roles();
    List<Item> items = new ArrayList<>();
    add(items, request, "/catalogue", "Catalogue");
    if (roles.contains("candidate")) {
      add(items, request, "/me", "My certifications");
    }
    if (roles.stream().anyMatch(STAFF::contains)) {
      add(items, request, "/tasks", "Tasklist");
    }
    if (roles.contains("programme-manager")) {
      add(items, request, "/programme/codes", "Enrollment codes");
    }
    if (demo) {
      add(items, request, "/demo/mailbox", "Mailbox");
      add(items, request, "/demo/clock", "Clock");
    }
    return items;
  }

  @ModelAttribute("personName")
  @Nullable String personName() {
    SignedIn person = person();
    return person == null ? null : person.name();
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
