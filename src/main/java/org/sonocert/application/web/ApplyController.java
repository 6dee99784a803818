package org.sonocert.application.web;

import org.sonocert.application.workflow.ApplicationProcess;
import org.sonocert.catalogue.ProductFacts;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Opens an application, and lets its candidate give it up. */
@Controller
class ApplyController {
  private final ApplicationProcess applications;
  private final ProductFacts facts;
  private final Enrolments enrolments;
  private final CurrentPerson person;

  ApplyController(
      ApplicationProcess applications,
      ProductFacts facts,
      Enrolments enrolments,
      CurrentPerson person) {
    this.applications = applications;
    this.facts = facts;
    this.enrolments = enrolments;
    this.person = person;
  }

  @GetMapping("/apply/{productCode}")
  String before(@PathVariable String productCode, Model model) {
    model.addAttribute("facts", facts.one(productCode, facts.release().number()));
    return "application/apply";
  }

  @PostMapping("/apply/{productCode}")
  String open(@PathVariable String productCode) {
    return "redirect:/me/" + applications.open(person.id(), productCode);
  }

  @GetMapping("/me/{id}/withdraw")
  String beforeWithdrawing(@PathVariable String id, Model model) {
    model.addAttribute("enrolment", enrolments.ownedBy(person.id(), EnrolmentId.of(id)));
    return "application/withdraw";
  }

  @PostMapping("/me/{id}/withdraw")
  String withdraw(@PathVariable String id) {
    applications.withdraw(person.id(), EnrolmentId.of(id));
    return "redirect:/me/" + id;
  }
}
