package org.sonocert.look;

import java.util.ArrayList;
import java.util.List;
import org.sonocert.look.Visit.Person;

/** The rooms of the programme's people. */
final class StaffPages {
  private StaffPages() {}

  static List<Visit> of(Office office, Applicants people) {
    List<Visit> visits = new ArrayList<>(manager(office, people));
    Person auditor = Person.of("auditor", "auditor1@demo.example");
    visits.add(Visit.to(auditor, "/audit", "audit", "/audit"));
    visits.add(Visit.to(auditor, "/audit", "audit-nothing", "/audit?number=SC-2020-AAAAAAAAAA-A"));
    visits.add(Visit.to(auditor, "/audit/{id}", "audit-one", "/audit/" + office.inspected));
    Person operator = Person.of("operator", "operator1@demo.example");
    visits.add(Visit.to(operator, "/ops", "ops", "/ops"));
    Person admin = Person.of("administrator", "admin1@demo.example");
    visits.add(Visit.to(admin, "/admin/people", "admin", "/admin/people"));
    visits.add(Visit.to(admin, "/admin/people", "admin-found", "/admin/people?find=maren"));
    visits.add(Visit.to(admin, "/admin/people/{id}", "admin-person", office.person));
    visits.add(Visit.to(admin, "/admin/people/invite", "admin-invite", "/admin/people/invite"));
    Person reviewer = Person.of("reviewer", "reviewer1@demo.example");
    visits.add(Visit.to(reviewer, "/tasks", "tasks-empty", "/tasks"));
    for (Person staff : List.of(operator, admin)) {
      visits.add(Visit.to(staff, "/tasks", "tasks-" + staff.role(), "/tasks"));
    }
    visits.add(Visit.refused(reviewer, "not-found", "/programme", 404));
    return visits;
  }

  private static List<Visit> manager(Office office, Applicants people) {
    Person manager = Person.of("programme-manager", "manager1@demo.example");
    String one = "/programme/enrolments/" + people.prepares.enrolment();
    String pattern = "/programme/enrolments/{id}";
    return List.of(
        Visit.to(manager, "/programme", "board", "/programme?within=0"),
        Visit.to(manager, "/programme", "board-week", "/programme?within=7"),
        Visit.to(manager, "/programme/year", "year", "/programme/year"),
        Visit.to(manager, pattern, "enrolment", one),
        Visit.to(manager, pattern + "/exception", "exception", one + "/exception"),
        Visit.to(manager, pattern + "/death", "death", one + "/death"),
        Visit.to(manager, "/programme/codes", "packages", "/programme/codes"),
        Visit.to(manager, "/programme/codes/{id}", "package", office.pack),
        Visit.to(manager, "/programme/money", "money", "/programme/money"),
        Visit.to(manager, "/programme/agreements", "agreements", "/programme/agreements"),
        Visit.to(manager, "/tasks", "tasks", "/tasks"),
        Visit.to(manager, "/tasks/{id}", "task-claimed", office.claimedTask),
        Visit.to(manager, "/tasks/{id}", "task-free", office.freeTask));
  }
}
