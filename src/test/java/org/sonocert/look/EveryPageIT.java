package org.sonocert.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sonocert.identity.Role;
import org.sonocert.look.Eye.Screen;
import org.sonocert.look.Visit.Person;
import org.sonocert.testing.Jar;

/**
 * Every page that the classes name, as each role that the route table lets in: on a laptop and a
 * phone, by day and by night, in English and once in Spanish. A page that nobody visits fails.
 */
class EveryPageIT {
  private static final List<Role> EACH_ROLE =
      Boolean.getBoolean("sonocert.full")
          ? List.of(Role.values())
          : List.of(
              Role.CANDIDATE,
              Role.REVIEWER,
              Role.PROGRAMME_MANAGER,
              Role.OPERATOR,
              Role.AUDITOR,
              Role.ADMINISTRATOR);

  @Test
  void everyPageIsReadableByWhoeverMaySeeIt() {
    try (Jar jar = Jar.fresh().with("SONOCERT_DEMO_YEAR", "16").start();
        Eye eye = new Eye(jar.base())) {
      World world = World.of(jar, Wording.CALM);
      long begun = System.nanoTime();
      Judgement judge = new Judgement(eye);
      Set<String> seen = new TreeSet<>();
      int looks = 0;
      for (Visit visit : world.visits()) {
        whole(eye, judge, visit);
        seen.add(visit.pattern() + " as " + visit.who().role());
        looks += 4;
      }
      for (Visit visit : ofOtherRoles(world)) {
        Page page = eye.open(visit, Screen.PHONE, "en");
        eye.light(page, true);
        judge.frame(page, "en");
        seen.add(visit.pattern() + " as " + visit.who().role());
        looks++;
      }
      System.out.printf(
          "Every page: %d pages x roles, %d looks in %d s, heaviest %s%n",
          seen.size(), looks, (System.nanoTime() - begun) / 1_000_000_000, judge.heaviest());
      eye.complaints().forEach(System.out::println);
      assertThat(eye.complaints()).isEmpty();
      assertThat(missing(seen)).as("pages that nobody visited").isEmpty();
    }
  }

  private static void whole(Eye eye, Judgement judge, Visit visit) {
    Page page = eye.open(visit, Screen.LAPTOP, "en");
    Pictures.take(page, visit, Screen.LAPTOP);
    judge.all(page, "en");
    eye.light(page, true);
    judge.colours(page);
    if (!visit.once()) {
      page = eye.open(visit, Screen.PHONE, "es");
      judge.all(page, "es");
    } else {
      page.setViewportSize(Screen.PHONE.width(), Screen.PHONE.height());
    }
    eye.light(page, true);
    judge.colours(page);
    judge.width(page);
    if (Pictures.wanted() && !visit.once()) {
      Pictures.take(eye.open(visit, Screen.PHONE, "en"), visit, Screen.PHONE);
    }
  }

  /** What is the same for everybody but for the header. */
  private static List<Visit> ofOtherRoles(World world) {
    List<Visit> visits = new ArrayList<>();
    for (Role role : EACH_ROLE) {
      Person who = Person.of(role.id(), mailbox(role) + "@demo.example");
      visits.addAll(OpenPages.publicOnes(who, world.serial()));
      visits.addAll(OpenPages.account(who));
      if (role.staff() && role != Role.AUDITOR) {
        visits.add(Visit.to(who, "/tasks", "tasks", "/tasks"));
        visits.add(task(who, world.freeTask(), role == Role.PROGRAMME_MANAGER ? 200 : 404));
      }
    }
    return visits;
  }

  private static Visit task(Person who, String path, int status) {
    return new Visit(who, "/tasks/{id}", "task", page -> page.navigate(path), false, status);
  }

  private static String mailbox(Role role) {
    return switch (role) {
      case LEAD_REVIEWER -> "lead1";
      case CONTENT_EDITOR -> "content1";
      case PROGRAMME_MANAGER -> "manager3";
      case PRIVACY_OFFICER -> "privacy1";
      case PANEL_MEMBER -> "panel1";
      case ADMINISTRATOR -> "admin1";
      default -> role.name().toLowerCase(Locale.ROOT) + "1";
    };
  }

  private static Set<String> missing(Set<String> seen) {
    GetRoutes routes = new GetRoutes();
    Set<String> wanted = new TreeSet<>();
    for (String pattern : routes.patterns()) {
      if (GetRoutes.NO_PAGE.containsKey(pattern)) {
        continue;
      }
      if (GetRoutes.byOne(pattern)) {
        wanted.add(pattern);
      } else {
        wanted.addAll(cells(routes, pattern));
      }
    }
    Set<String> patternsSeen =
        seen.stream().map(s -> s.replaceAll(" as .*", "")).collect(Collectors.toSet());
    wanted.removeIf(w -> seen.contains(w) || patternsSeen.contains(w));
    return wanted;
  }

  private static Set<String> cells(GetRoutes routes, String pattern) {
    return Stream.concat(Stream.of((Role) null), EACH_ROLE.stream())
        .filter(role -> routes.admits(pattern, role))
        .map(role -> pattern + " as " + (role == null ? "visitor" : role.id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
