package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.EnrollingSteps;
import org.sonocert.identity.HalfSignedIn;
import org.sonocert.identity.HalfSignedIn.Owes;
import org.sonocert.identity.TakingSecondSteps;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** After the right password: the authenticator's code, or the set-up of an authenticator. */
@Controller
class SecondStepPages {
  private final TakingSecondSteps taking;
  private final EnrollingSteps enrolling;
  private final Accounts accounts;
  private final Entering entering;

  SecondStepPages(
      TakingSecondSteps taking, EnrollingSteps enrolling, Accounts accounts, Entering entering) {
    this.taking = taking;
    this.enrolling = enrolling;
    this.accounts = accounts;
    this.entering = entering;
  }

  @GetMapping(Entering.CODE_PAGE)
  ModelAndView code(@AuthenticationPrincipal HalfSignedIn person) {
    return person.owes() == Owes.CODE ? codePage(null) : to(Entering.SETUP_PAGE);
  }

  @PostMapping(Entering.CODE_PAGE)
  ModelAndView signIn(
      @AuthenticationPrincipal HalfSignedIn person,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (person.owes() != Owes.CODE) {
      return to(Entering.SETUP_PAGE);
    }
    try {
      Account account = taking.signIn(id(person), code, request.getRemoteAddr());
      return to(entering.whole(account, entering.password(), request, response));
    } catch (Rejected e) {
      return codePage(e.rejection());
    }
  }

  @GetMapping(Entering.SETUP_PAGE)
  ModelAndView setUp(@AuthenticationPrincipal HalfSignedIn person, HttpSession session) {
    return person.owes() == Owes.AUTHENTICATOR
        ? setUpPage(person, session.getId(), null)
        : to(Entering.CODE_PAGE);
  }

  @PostMapping(Entering.SETUP_PAGE)
  ModelAndView confirm(
      @AuthenticationPrincipal HalfSignedIn person,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes carried) {
    if (person.owes() != Owes.AUTHENTICATOR) {
      return to(Entering.CODE_PAGE);
    }
    try {
      String here = request.getSession().getId();
      String codes = enrolling.confirm(id(person), code, request.getRemoteAddr(), here);
      Account account = accounts.get(id(person));
      String next = entering.whole(account, entering.password(), request, response);
      carried.addFlashAttribute(TwoStepPages.CODES, codes);
      carried.addFlashAttribute(TwoStepPages.NEXT, next);
      return to("/account/two-step/codes");
    } catch (Rejected e) {
      return setUpPage(person, request.getSession().getId(), e.rejection());
    }
  }

  private ModelAndView setUpPage(HalfSignedIn person, String here, @Nullable Rejection refusal) {
    var page =
        new ModelAndView(
            "identity/two-step-required",
            Map.of("picture", enrolling.picture(id(person), here)),
            status(refusal));
    page.addObject("problem", refusal == null ? null : "identity." + refusal.code());
    return page;
  }

  private static ModelAndView codePage(@Nullable Rejection refusal) {
    var page = new ModelAndView("identity/login-code", status(refusal));
    page.addObject("problem", refusal == null ? null : "identity." + refusal.code());
    return page;
  }

  private static HttpStatus status(@Nullable Rejection refusal) {
    return refusal == null ? HttpStatus.OK : HttpStatus.valueOf(refusal.kind().status());
  }

  private static ModelAndView to(String path) {
    return new ModelAndView("redirect:" + path);
  }

  private static AccountId id(HalfSignedIn person) {
    return new AccountId(person.account());
  }
}
