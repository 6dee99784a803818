package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.identity.EnrollingSteps;
import org.sonocert.identity.twostep.RecoveryCodes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A signed-in person's authenticator and recovery codes. */
@Controller
class TwoStepPages {
  /** Flash attributes: the sealed codes, and where to go when they are written down. */
  static final String CODES = "sealedCodes";

  static final String NEXT = "next";

  private final EnrollingSteps enrolling;
  private final RecoveryCodes recovery;
  private final CurrentPerson person;

  TwoStepPages(EnrollingSteps enrolling, RecoveryCodes recovery, CurrentPerson person) {
    this.enrolling = enrolling;
    this.recovery = recovery;
    this.person = person;
  }

  @GetMapping("/account/two-step")
  ModelAndView setUp(HttpSession session) {
    return page(session.getId(), null);
  }

  @PostMapping("/account/two-step")
  ModelAndView confirm(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpSession session,
      RedirectAttributes carried) {
    try {
      AccountId id = person.id();
      String codes = enrolling.confirm(id, code, request.getRemoteAddr(), session.getId());
      carried.addFlashAttribute(CODES, codes);
      return new ModelAndView("redirect:/account/two-step/codes");
    } catch (Rejected e) {
      return page(session.getId(), e.rejection());
    }
  }

  @PostMapping("/account/two-step/codes")
  String renew(RedirectAttributes carried) {
    carried.addFlashAttribute(CODES, enrolling.renewCodes(person.id()));
    return "redirect:/account/two-step/codes";
  }

  /**
   * Shows fresh codes once; whoever comes again learns how many are left, on the account's page.
   */
  @GetMapping("/account/two-step/codes")
  String codes(Model model) {
    if (!(model.getAttribute(CODES) instanceof String sealed)) {
      return "redirect:/account";
    }
    model.addAttribute("codes", recovery.shown(person.id(), sealed));
    model.asMap().putIfAbsent(NEXT, "/account");
    return "identity/recovery-codes";
  }

  @PostMapping("/account/two-step/off")
  String off() {
    enrolling.off(person.id());
    return "redirect:/account?off";
  }

  private ModelAndView page(String here, @Nullable Rejection refusal) {
    AccountId id = person.id();
    HttpStatus is = refusal == null ? HttpStatus.OK : HttpStatus.valueOf(refusal.kind().status());
    var page =
        new ModelAndView(
            "identity/two-step",
            Map.of("picture", enrolling.picture(id, here), "state", enrolling.state(id)),
            is);
    page.addObject("problem", refusal == null ? null : "identity." + refusal.code());
    return page;
  }
}
