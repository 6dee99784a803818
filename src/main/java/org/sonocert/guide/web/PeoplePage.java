package org.sonocert.guide.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sonocert.catalogue.Area;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.guide.PeopleBehind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The people behind the content, for everybody. */
@Controller
class PeoplePage {
  private static final List<String> ROLES = List.of("author", "clinical reviewer", "editor");

  private final PeopleBehind people;
  private final Catalogue catalogue;

  PeoplePage(PeopleBehind people, Catalogue catalogue) {
    this.people = people;
    this.catalogue = catalogue;
  }

  /** Those of one role; the last group has no role of ours and holds whoever else is named. */
  record Group(String label, List<PeopleBehind.Contributor> people) {}

  @GetMapping("/people")
  String page(Model model) {
    model.addAttribute("groups", groups());
    model.addAttribute("panel", people.panel());
    Map<String, String> areas =
        catalogue.areas().stream()
            .collect(
                Collectors.toMap(Area::code, Area::name, (one, two) -> one, LinkedHashMap::new));
    model.addAttribute("areas", areas);
    return "guide/people";
  }

  private List<Group> groups() {
    List<Group> groups =
        new ArrayList<>(
            ROLES.stream().map(role -> new Group(role.replace(' ', '-'), of(role))).toList());
    groups.add(
        new Group(
            "other",
            people.contributors().stream()
                .filter(one -> one.roles().stream().anyMatch(role -> !ROLES.contains(role)))
                .toList()));
    return groups.stream().filter(group -> !group.people().isEmpty()).toList();
  }

  private List<PeopleBehind.Contributor> of(String role) {
    return people.contributors().stream().filter(one -> one.roles().contains(role)).toList();
  }
}
