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
import org.sonocert.identity.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lets a candidate ask for an accommodation, before the purchase or after it. */
@Controller
@RequestMapping("/me/{id}/accommodation")
class AccommodationController {
  private final ExceptionProcess process;
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final CurrentPerson person;

  AccommodationController(
      ExceptionProcess process, Enrolments enrolments, Catalogue catalogue, CurrentPerson person) {
    this.process = process;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
    this.person = person;
  }

  @GetMapping
  ModelAndView form(
      @PathVariable String id, @ModelAttribute("typedText") @Nullable String typedText) {
    String text = typedText == null ? "" : typedText;
    return page(EnrolmentId.of(id), new Typed(UUID.randomUUID().toString(), "", "", text), null);
  }

  @PostMapping
  ModelAndView ask(@PathVariable String id, @ModelAttribute Typed typed) {
    EnrolmentId enrolment = EnrolmentId.of(id);
    try {
      Wish wish =
          Wish.days(
              typed.uuid(),
              ExceptionKind.ACCOMMODATION,
              typed.daysOrEmpty(),
              typed.reasonOrEmpty());
      process.askForSelf(person.id(), enrolment, wish);
      return new ModelAndView("redirect:/me/" + enrolment + "#exceptions");
    } catch (Rejected refused) {
      if (refused.rejection().kind() == Rejection.Kind.NOT_FOUND) {
        throw refused;
      }
      return page(enrolment, typed, refused.rejection());
    }
  }

  private ModelAndView page(EnrolmentId id, Typed typed, @Nullable Rejection why) {
    Enrolment enrolment = enrolments.ownedBy(person.id(), id);
    var page =
        new ModelAndView(
            "exceptions/accommodation",
            HttpStatus.valueOf(why == null ? HttpStatus.OK.value() : why.kind().status()));
    page.addObject("enrolment", enrolment);
    page.addObject("title", catalogue.nameOf(enrolment.product()));
    page.addObject("typed", typed);
    page.addObject("problem", why == null ? null : why.reason());
    page.addObject("wrong", why == null ? "" : why.code());
    page.addObject("shortest", Wish.SHORTEST);
    page.addObject("longest", Wish.LONGEST);
    return page;
  }
}
