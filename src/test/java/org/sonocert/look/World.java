package org.sonocert.look;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sonocert.look.Visit.Person;
import org.sonocert.testing.Jar;
import org.sonocert.testing.PlainBrowser;

/**
 * A demo with a small year behind it, people in every state that a page knows, and the visits by
 * which all of it is seen.
 */
final class World {
  private static final Pattern SERIAL = Pattern.compile("SC-\\d{4}-[0-9A-Z]{10}-[0-9A-Z]");

  private final Applicants people;
  private final Office office;
  private final String base;

  private World(String base, Wording words) {
    this.base = base;
    this.people = new Applicants(base, words);
    this.office = new Office(base, people, words);
  }

  /** Waits for the year, then lets everybody act. */
  static World of(Jar jar, Wording words) {
    org.awaitility.Awaitility.await("the demo's year")
        .atMost(java.time.Duration.ofMinutes(3))
        .pollInterval(java.time.Duration.ofMillis(300))
        .until(
            () ->
                new PlainBrowser(jar.base())
                    .open("/login")
                    .page()
                    .select("#content > .notice")
                    .isEmpty());
    return new World(jar.base(), words);
  }

  /** A certificate that anybody may look up. */
  String serial() {
    String page = people.certified.candidate().open("/me/" + people.certified.enrolment()).text();
    Matcher serial = SERIAL.matcher(page);
    if (!serial.find()) {
      throw new AssertionError("No serial on the page:\n" + page);
    }
    return serial.group();
  }

  /** What managers read about those who asked for something. */
  List<Visit> asked() {
    Person manager = Person.of("programme-manager", "manager1@demo.example");
    List<Visit> visits = new ArrayList<>();
    office.tasks.forEach(
        task -> visits.add(Visit.to(manager, "/tasks/{id}", "task " + task, task)));
    for (var asks : List.of(people.asks, people.prepares)) {
      String path = "/programme/enrolments/" + asks.enrolment();
      visits.add(Visit.to(manager, "/programme/enrolments/{id}", "enrolment", path));
    }
    return visits;
  }

  /** A task that nobody has claimed. */
  String freeTask() {
    return office.freeTask;
  }

  /** The address of a package of codes. */
  String pack() {
    return office.pack;
  }

  Applicants people() {
    return people;
  }

  /** Each page with data on it, as those see it for whom it is made. */
  List<Visit> visits() {
    List<Visit> visits = new ArrayList<>(OpenPages.publicOnes(Person.VISITOR, serial()));
    visits.addAll(new CandidatePages().of(people));
    visits.addAll(OpenPages.account(Person.of("candidate", "candidate1@demo.example")));
    visits.addAll(StaffPages.of(office, people));
    visits.addAll(new LinkPages(base).of(people, office));
    visits.add(
        Visit.refused(Person.VISITOR, "verify-unknown", "/verify/SC-2020-AAAAAAAAAA-A", 422));
    return visits;
  }
}
