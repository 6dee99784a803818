package org.sonocert.support.web;

import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.support.workflow.WithdrawingEnrolments;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lets a candidate read what withdrawing means, and withdraw. */
@Controller
@RequestMapping("/me/{id}/withdrawal")
class WithdrawalController {
  private static final int LONGEST = 1000;

  private final WithdrawingEnrolments withdrawing;
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final CurrentPerson person;

  WithdrawalController(
      WithdrawingEnrolments withdrawing,
      Enrolments enrolments,
      Catalogue catalogue,
      CurrentPerson person) {
    this.withdrawing = withdrawing;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
    this.person = person;
  }

  @GetMapping
  ModelAndView before(
      @PathVariable String id, @ModelAttribute(AskController.TYPED_TEXT) @Nullable String typed) {
    Enrolment enrolment = enrolments.ownedBy(person.id(), EnrolmentId.of(id));
    return enrolment.state() == EnrolmentState.APPLYING
        ? new ModelAndView("redirect:/me/" + enrolment.id() + "/withdraw")
        : page(enrolment, typed == null ? "" : typed, why(enrolment));
  }

  /** Sent twice, it is one withdrawal; it stands on the page to which this leads. */
  @PostMapping
  ModelAndView withdraw(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String certain) {
    EnrolmentId enrolment = EnrolmentId.of(id);
    try {
      if (certain.isEmpty()) {
        throw new Rejected(
            Rejection.invalid("not-certain", "Please tick that you want to end this enrolment."));
      }
      if (note.length() > LONGEST) {
        throw new Rejected(
            Rejection.invalid("note-too-long", "Please write at most " + LONGEST + " characters."));
      }
      withdrawing.withdraw(person.id(), enrolment, note.strip());
      return new ModelAndView("redirect:/me/" + enrolment);
    } catch (Rejected refused) {
      if (refused.rejection().kind() == Rejection.Kind.NOT_FOUND) {
        throw refused;
      }
      return page(enrolments.ownedBy(person.id(), enrolment), note, refused.rejection());
    }
  }

  private @Nullable Rejection why(Enrolment enrolment) {
    try {
      withdrawing.mayWithdraw(enrolment);
      return null;
    } catch (Rejected refused) {
      return refused.rejection();
    }
  }

  private ModelAndView page(Enrolment enrolment, String note, @Nullable Rejection why) {
    boolean mendable = why == null || why.kind() == Rejection.Kind.INVALID;
    int status = why == null ? HttpStatus.OK.value() : why.kind().status();
    boolean shown = why != null && !mendable;
    var page = new ModelAndView("support/withdrawal", HttpStatus.valueOf(shown ? 200 : status));
    page.addObject("enrolment", enrolment);
    page.addObject("title", catalogue.nameOf(enrolment.product()));
    page.addObject("note", note);
    page.addObject("problem", why == null ? null : why.reason());
    page.addObject("open", mendable);
    page.addObject("cancel", why != null && why.code().equals("cancel-instead"));
    page.addObject("longest", LONGEST);
    return page;
  }
}
