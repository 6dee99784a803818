package org.sonocert.support.web;

import java.util.List;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.web.VisitedPage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where help is found: about which enrolment to ask, whom to write to, and what to do first. */
@Controller
class HelpPage {
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final CurrentPerson person;
  private final String address;

  HelpPage(
      Enrolments enrolments,
      Catalogue catalogue,
      CurrentPerson person,
      @Value("${sonocert.help.address:${sonocert.mail.from:help@sonocert.example}}")
          String address) {
    this.enrolments = enrolments;
    this.catalogue = catalogue;
    this.person = person;
    this.address = address.replaceAll(".*<(.+)>.*", "$1");
  }

  /** An enrolment that can be asked about. */
  record Line(Enrolment enrolment, String title) {}

  @GetMapping("/help")
  String page(@RequestParam(defaultValue = "") String from, Model model) {
    model.addAttribute("address", address);
    model.addAttribute("from", VisitedPage.of(from).orElse(null));
    model.addAttribute("lines", lines());
    return "support/help";
  }

  private List<Line> lines() {
    return person.roles().contains("candidate")
        ? enrolments.of(person.id()).stream()
            .map(e -> new Line(e, catalogue.nameOf(e.product())))
            .toList()
        : List.of();
  }
}
