package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.identity.Account;
import org.sonocert.identity.LimitedTries;
import org.sonocert.identity.PasswordRule;
import org.sonocert.identity.ResettingPasswords;
import org.sonocert.notification.MailAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A forgotten password. */
@Controller
class PasswordPages {
  private final ResettingPasswords resetting;
  private final PasswordRule rule;
  private final LimitedTries attempts;

  PasswordPages(ResettingPasswords resetting, PasswordRule rule, LimitedTries attempts) {
    this.resetting = resetting;
    this.rule = rule;
    this.attempts = attempts;
  }

  @GetMapping("/password/forgot")
  String forgotten() {
    return "identity/password-forgot";
  }

  @PostMapping("/password/forgot")
  ModelAndView forgot(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
    String address;
    try {
      address = MailAddress.single(email);
    } catch (Rejected e) {
      var page = new ModelAndView("identity/password-forgot", HttpStatus.UNPROCESSABLE_CONTENT);
      page.addObject("email", email);
      page.addObject("wrong", true);
      return page;
    }
    MailLimits.take(attempts, "forgot", address, request);
    resetting.forgot(address);
    return new ModelAndView("redirect:/password/sent");
  }

  @GetMapping("/password/sent")
  String sent() {
    return "identity/password-sent";
  }

  @GetMapping("/password/reset/{token}")
  ModelAndView form(@PathVariable String token) {
    return resetting.open(token).isPresent() ? page(token, null) : over();
  }

  @PostMapping("/password/reset/{token}")
  ModelAndView reset(@PathVariable String token, @RequestParam(defaultValue = "") String password) {
    Optional<Account> account = resetting.open(token);
    if (account.isEmpty()) {
      return over();
    }
    Optional<String> refusal = rule.refusal(password, account.get());
    if (refusal.isPresent()) {
      return page(token, refusal.get());
    }
    return resetting.reset(token, password) ? new ModelAndView("redirect:/login?changed") : over();
  }

  private static ModelAndView page(String token, @Nullable String problem) {
    var page =
        new ModelAndView(
            "identity/password-reset",
            problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("token", token);
    page.addObject("problem", problem);
    return page;
  }

  private static ModelAndView over() {
    return new ModelAndView("identity/password-over", HttpStatus.GONE);
  }
}
