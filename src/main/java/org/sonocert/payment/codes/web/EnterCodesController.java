package org.sonocert.payment.codes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.payment.codes.CodeTerms;
import org.sonocert.payment.codes.HoldingCodes;
import org.sonocert.payment.codes.workflow.Entered;
import org.sonocert.payment.codes.workflow.EnteringCodes;
import org.sonocert.payment.codes.workflow.RedeemingCodes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a candidate enters enrollment codes, and decides what becomes of them. */
@Controller
class EnterCodesController {
  private final EnteringCodes entering;
  private final RedeemingCodes redeeming;
  private final HoldingCodes holding;
  private final CodeTerms terms;
  private final Catalogue catalogue;
  private final CurrentPerson person;
  private final ProgrammeClock clock;

  EnterCodesController(
      EnteringCodes entering,
      RedeemingCodes redeeming,
      HoldingCodes holding,
      CodeTerms terms,
      Catalogue catalogue,
      CurrentPerson person,
      ProgrammeClock clock) {
    this.entering = entering;
    this.redeeming = redeeming;
    this.holding = holding;
    this.terms = terms;
    this.catalogue = catalogue;
    this.person = person;
    this.clock = clock;
  }

  @GetMapping("/me/codes")
  ModelAndView form() {
    return new ModelAndView("payment/codes/enter");
  }

  /** Tells of each code what happened; the status is that of the first only if all were refused. */
  @PostMapping("/me/codes")
  ModelAndView enter(
      @RequestParam(defaultValue = "") String codes,
      @RequestParam(defaultValue = "false") boolean consent,
      HttpServletRequest request) {
    try {
      List<Entered> answers = entering.enter(person.id(), codes, consent, request.getRemoteAddr());
      boolean allRefused = answers.stream().allMatch(Entered::refused);
      var page =
          new ModelAndView(
              "payment/codes/enter",
              HttpStatus.valueOf(allRefused ? answers.get(0).status() : HttpStatus.OK.value()));
      if (answers.stream().anyMatch(a -> a.outcome() == Entered.Outcome.RESERVED)) {
        page.addObject("keptDays", terms.reserved(clock.now()).toDays());
      }
      page.addObject("answers", answers.stream().map(this::line).toList());
      return page;
    } catch (Rejected e) {
      return again(e.rejection(), codes);
    }
  }

  /** One answer with its product's name, which is empty when the code is none of ours. */
  record Line(Entered entered, String productName) {}

  private Line line(Entered entered) {
    String product = entered.product();
    return new Line(entered, product.isEmpty() ? "" : catalogue.nameOf(product));
  }

  private static ModelAndView again(Rejection why, String typed) {
    var page = new ModelAndView("payment/codes/enter", HttpStatus.valueOf(why.kind().status()));
    page.addObject("problem", why.reason());
    page.addObject("typed", typed);
    return page;
  }

  /** Uses the code that was reserved before, without typing it again. */
  @PostMapping("/pay/{id}/code")
  String useReserved(@PathVariable String id) {
    redeeming.useReserved(person.id(), EnrolmentId.of(id));
    return "redirect:/me/" + EnrolmentId.of(id);
  }

  @PostMapping("/me/{id}/code/release")
  String release(@PathVariable String id) {
    holding.giveUp(person.id(), EnrolmentId.of(id));
    return "redirect:/me/" + EnrolmentId.of(id);
  }

  @PostMapping("/me/{id}/code/consent")
  String consent(@PathVariable String id, @RequestParam(defaultValue = "false") boolean consent) {
    holding.consent(person.id(), EnrolmentId.of(id), consent);
    return "redirect:/me/" + EnrolmentId.of(id);
  }
}
