package org.sonocert.operations.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.operations.backup.BackingUp;
import org.sonocert.operations.desk.DecidingMail;
import org.sonocert.operations.desk.RetryingSteps;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The operator's room: what stands still or waits, and what can be done about it. */
@Controller
@RequestMapping("/ops")
class OpsController {
  private final OpsView view;
  private final RetryingSteps steps;
  private final DecidingMail mails;
  private final BackingUp backingUp;
  private final CurrentPerson person;

  OpsController(
      OpsView view,
      RetryingSteps steps,
      DecidingMail mails,
      BackingUp backingUp,
      CurrentPerson person) {
    this.view = view;
    this.steps = steps;
    this.mails = mails;
    this.backingUp = backingUp;
    this.person = person;
  }

  /** What was typed into the form of one step or mail, when it was refused. */
  record Typed(String about, String choice, String reason) {}

  @GetMapping
  ModelAndView page() {
    return page(new Typed("", "", ""), null);
  }

  private ModelAndView page(Typed typed, @Nullable Rejection why) {
    int status = why == null ? HttpStatus.OK.value() : why.kind().status();
    var page = new ModelAndView("operations/ops", HttpStatus.valueOf(status));
    page.addObject("page", view.page());
    page.addObject("typed", typed);
    page.addObject("problem", why == null ? null : why.reason());
    return page;
  }

  @PostMapping("/steps/{job}/retry")
  ModelAndView retry(
      @PathVariable String job,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String reason) {
    try {
      steps.retry(person.id(), job, form, reason);
      return new ModelAndView("redirect:/ops#steps");
    } catch (Rejected refused) {
      return page(new Typed(job, "", reason), refused.rejection());
    }
  }

  @PostMapping("/mails/{id}/decide")
  ModelAndView decide(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String choice,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String reason) {
    try {
      mails.decide(person.id(), uuid(id), choice, form, reason);
      return new ModelAndView("redirect:/ops#mails");
    } catch (Rejected refused) {
      return page(new Typed(id, choice, reason), refused.rejection());
    }
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new Rejected(Rejection.notFound("mail"));
    }
  }

  @PostMapping("/backup")
  String backup() {
    backingUp.begin();
    return "redirect:/ops#backup";
  }
}
