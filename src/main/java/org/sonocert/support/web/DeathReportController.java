package org.sonocert.support.web;

import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.support.workflow.WithdrawingEnrolments;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lets a manager record the death of a candidate that was reported by letter or telephone. */
@Controller
@RequestMapping("/programme/enrolments/{id}/death")
class DeathReportController {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 1000;

  private final WithdrawingEnrolments withdrawing;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final CurrentPerson person;

  DeathReportController(
      WithdrawingEnrolments withdrawing,
      Enrolments enrolments,
      Accounts accounts,
      Catalogue catalogue,
      CurrentPerson person) {
    this.withdrawing = withdrawing;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.person = person;
  }

  @GetMapping
  ModelAndView before(@PathVariable String id) {
    return page(enrolments.get(EnrolmentId.of(id)), "", null);
  }

  @PostMapping
  ModelAndView report(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String certain) {
    Enrolment enrolment = enrolments.get(EnrolmentId.of(id));
    String kept = note.strip();
    if (certain.isEmpty() || kept.length() < SHORTEST || kept.length() > LONGEST) {
      return page(enrolment, note, "death.problem");
    }
    withdrawing.reportDeath(person.id(), enrolment.id(), kept);
    return new ModelAndView("redirect:/programme/enrolments/" + enrolment.id());
  }

  private ModelAndView page(Enrolment enrolment, String note, @Nullable String problem) {
    var page =
        new ModelAndView(
            "support/death", problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("enrolment", enrolment);
    page.addObject("candidate", accounts.get(enrolment.candidate()).name());
    page.addObject("title", catalogue.nameOf(enrolment.product()));
    page.addObject("note", note);
    page.addObject("problem", problem);
    page.addObject("shortest", SHORTEST);
    page.addObject("longest", LONGEST);
    return page;
  }
}
