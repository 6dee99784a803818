package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.ConfirmingAddresses;
import org.sonocert.identity.LimitedTries;
import org.sonocert.identity.PasswordRule;
import org.sonocert.identity.SigningUp;
import org.sonocert.notification.MailAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sign-up and the confirmation of the address. */
@Controller
class SignUpPages {
  private final SigningUp signingUp;
  private final ConfirmingAddresses confirming;
  private final PasswordRule rule;
  private final LimitedTries attempts;

  SignUpPages(
      SigningUp signingUp,
      ConfirmingAddresses confirming,
      PasswordRule rule,
      LimitedTries attempts) {
    this.signingUp = signingUp;
    this.confirming = confirming;
    this.rule = rule;
    this.attempts = attempts;
  }

  @GetMapping("/signup")
  ModelAndView form() {
    return page(PersonForm.empty(), Map.of(), HttpStatus.OK);
  }

  @PostMapping("/signup")
  ModelAndView signUp(PersonForm form, HttpServletRequest request, Locale locale) {
    Map<String, String> problems = form.problems(rule, true);
    if (!problems.isEmpty()) {
      return page(form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    MailLimits.take(attempts, "signup", form.email(), request);
    signingUp.signUp(form.signUp(locale));
    return new ModelAndView("redirect:/signup/sent");
  }

  @GetMapping("/signup/sent")
  String sent() {
    return "identity/signup-sent";
  }

  /** Asks for the password. Mail scanners that open the link change nothing by it. */
  @GetMapping("/confirm/{token}")
  ModelAndView confirmation(@PathVariable String token) {
    return confirming.open(token) ? confirmation(token, null) : over();
  }

  @PostMapping("/confirm/{token}")
  ModelAndView confirm(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request) {
    try {
      return confirming.confirm(token, password, request.getRemoteAddr())
          ? new ModelAndView("redirect:/login?confirmed")
          : over();
    } catch (Rejected e) {
      return confirmation(token, e.rejection());
    }
  }

  @GetMapping("/confirm")
  String again() {
    return "identity/confirm-again";
  }

  @PostMapping("/confirm")
  String mailAgain(
      @RequestParam(defaultValue = "") String email, HttpServletRequest request, Model model) {
    try {
      String address = MailAddress.single(email);
      MailLimits.take(attempts, "confirm", address, request);
      signingUp.mailAgain(address);
      return "redirect:/signup/sent";
    } catch (Rejected e) {
      if (!e.rejection().code().equals("mail-address")) {
        throw e;
      }
      model.addAttribute("email", email);
      model.addAttribute("wrong", true);
      return "identity/confirm-again";
    }
  }

  private static ModelAndView page(PersonForm form, Map<String, String> problems, HttpStatus is) {
    var page = new ModelAndView("identity/signup", is);
    page.addObject("form", form);
    page.addObject("problems", problems);
    return page;
  }

  private static ModelAndView confirmation(String token, @Nullable Rejection refusal) {
    HttpStatus is = refusal == null ? HttpStatus.OK : HttpStatus.valueOf(refusal.kind().status());
    var page = new ModelAndView("identity/confirm", Map.of("token", token), is);
    page.addObject("refusal", refusal == null ? null : refusal.code());
    return page;
  }

  private static ModelAndView over() {
    return new ModelAndView("identity/confirm-over", HttpStatus.GONE);
  }
}
