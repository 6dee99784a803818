package org.sonocert.guide.web;

import java.util.LinkedHashMap;
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
  private final PeopleBehind people;
  private final Catalogue catalogue;

  PeoplePage(PeopleBehind people, Catalogue catalogue) {
    this.people = people;
    this.catalogue = catalogue;
  }

  @GetMapping("/people")
  String page(Model model) {
    model.addAttribute("people", people.contributors());
    model.addAttribute("panel", people.panel());
    Map<String, String> areas =
        catalogue.areas().stream()
            .collect(
                Collectors.toMap(Area::code, Area::name, (one, two) -> one, LinkedHashMap::new));
    model.addAttribute("areas", areas);
    return "guide/people";
  }
}
