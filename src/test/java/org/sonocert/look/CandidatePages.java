package org.sonocert.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.sonocert.look.Visit.Person;
import org.sonocert.testing.Walk;

/** The candidates' pages, each in the states in which it says something else. */
final class CandidatePages {
  private static final String ONE = "/me/{id}";
  private static final String TASK = "/me/{id}/tasks/{taskId}";

  private final List<Visit> visits = new ArrayList<>();

  List<Visit> of(Applicants people) {
    Person newcomer = Person.of("candidate", "candidate1@demo.example");
    visits.add(Visit.to(newcomer, "/me", "me-empty", "/me"));
    visits.add(Visit.to(newcomer, "/apply/{productCode}", "apply", "/apply/AAA"));
    visits.add(Visit.to(newcomer, "/me/codes", "codes", "/me/codes"));
    applying(people);
    inside(people);
    ended(people);
    return visits;
  }

  /** Of those whom staff have answered meanwhile. */
  List<Visit> ofAsked(Applicants people) {
    own(people.waits, ONE, "me-waiver-decided", "");
    own(people.asks, ONE, "me-answered", "");
    own(people.prepares, ONE, "me-days-decided", "");
    return visits;
  }

  private void applying(Applicants people) {
    own(people.begins, ONE, "me-applying", "");
    own(people.begins, "/me/{id}/withdraw", "withdraw-application", "/withdraw");
    task(people.begins, "practice", "task-practice");
    task(people.shows, "undamentals", "task-fundamentals");
    task(people.attests, "cases", "task-cases");
    task(people.confirms, "Confirm price", "task-quote");
    own(people.waits, ONE, "me-waiver", "");
    at(people.pays, "/pay/{id}", "pay", "/pay/" + people.pays.enrolment());
    at(
        people.pays,
        "/pay/{id}/demo-card",
        "card",
        "/pay/" + people.pays.enrolment() + "/demo-card");
    at(
        people.isBilled,
        "/pay/{id}/invoice",
        "invoice",
        "/pay/" + people.isBilled.enrolment() + "/invoice");
    own(people.isBilled, ONE, "me-invoice", "");
  }

  private void inside(Applicants people) {
    own(people.prepares, "/me", "me-list", null);
    own(people.prepares, ONE, "me-running", "");
    task(people.prepares, "agreement", "task-agreement");
    task(people.prepares, "evaluators", "task-evaluators");
    own(people.prepares, "/me/{id}/cancel", "cancel", "/cancel");
    own(people.prepares, "/me/{id}/help", "ask", "/help");
    own(people.prepares, "/me/{id}/accommodation", "accommodation", "/accommodation");
    at(people.checks, "/sit/{enrolment}/check", "check", sit(people.checks) + "/check");
    at(people.mayStart, "/sit/{enrolment}", "sit-start", sit(people.mayStart));
    at(people.sits, "/sit/{enrolment}", "player", sit(people.sits));
    own(people.sits, "/me/{id}/withdrawal", "withdrawal", "/withdrawal");
    own(people.handedIn, ONE, "me-handed-in", "");
    at(people.handedIn, "/sit/{enrolment}", "sit-done", sit(people.handedIn));
    own(people.replaces, ONE, "me-replaces", "");
    task(people.replaces, "another", "task-another");
    own(people.asks, ONE, "me-asked", "");
  }

  private void ended(Applicants people) {
    own(people.cancelled, ONE, "me-cancelled", "");
    own(people.failed, ONE, "me-unsuccessful", "");
    own(people.certified, ONE, "me-certified", "");
  }

  private static String sit(Walk walk) {
    return "/sit/" + walk.enrolment();
  }

  private void own(Walk walk, String pattern, String name, String rest) {
    at(walk, pattern, name, rest == null ? "/me" : "/me/" + walk.enrolment() + rest);
  }

  private void at(Walk walk, String pattern, String name, String path) {
    visits.add(Visit.to(candidate(walk), pattern, name, path));
  }

  private void task(Walk walk, String word, String name) {
    visits.add(new Visit(candidate(walk), TASK, name, page -> open(page, walk, word), false, 200));
  }

  private static void open(Page page, Walk walk, String word) {
    page.navigate("/me/" + walk.enrolment());
    page.navigate(
        page.locator("ul.tasks > li")
            .filter(new Locator.FilterOptions().setHasText(word))
            .locator("a[href*='/tasks/']")
            .first()
            .getAttribute("href"));
  }

  static Person candidate(Walk walk) {
    return Person.of("candidate", walk.email());
  }
}
