package org.sonocert.exceptions.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.exceptions.ExceptionKind;
import org.sonocert.exceptions.Wish;
import org.sonocert.exceptions.workflow.ExceptionProcess;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lets a manager ask for an exception; a second one decides in the Tasklist. */
@Controller
@RequestMapping("/programme/enrolments/{id}/exception")
class ExceptionController {
  private final ExceptionProcess process;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final CurrentPerson person;

  ExceptionController(
      ExceptionProcess process,
      Enrolments enrolments,
      Accounts accounts,
      Catalogue catalogue,
      CurrentPerson person) {
    this.process = process;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.person = person;
  }

  @GetMapping
  ModelAndView form(@PathVariable String id) {
    String key = UUID.randomUUID().toString();
    return page(EnrolmentId.of(id), new Typed(key, "extension", "", ""), null);
  }

  @PostMapping
  ModelAndView ask(@PathVariable String id, @ModelAttribute Typed typed) {
    EnrolmentId enrolment = enrolments.get(EnrolmentId.of(id)).id();
    try {
      process.ask(person.id(), enrolment, typed.wish());
      return new ModelAndView("redirect:/programme/enrolments/" + enrolment + "#exceptions");
    } catch (Rejected refused) {
      return page(enrolment, typed, refused.rejection());
    }
  }

  private ModelAndView page(EnrolmentId id, Typed typed, @Nullable Rejection why) {
    Enrolment enrolment = enrolments.get(id);
    var page =
        new ModelAndView(
            "exceptions/ask",
            HttpStatus.valueOf(why == null ? HttpStatus.OK.value() : why.kind().status()));
    page.addObject("enrolment", enrolment);
    page.addObject("candidate", accounts.get(enrolment.candidate()).name());
    page.addObject("title", catalogue.nameOf(enrolment.product()));
    page.addObject("kinds", ExceptionKind.values());
    page.addObject("typed", typed);
    page.addObject("problem", why == null ? null : why.reason());
    page.addObject("wrong", why == null ? "" : why.code());
    page.addObject("shortest", Wish.SHORTEST);
    page.addObject("longest", Wish.LONGEST);
    return page;
  }
}
