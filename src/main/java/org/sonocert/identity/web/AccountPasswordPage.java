package org.sonocert.identity.web;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.ChangingPasswords;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.identity.PasswordRule;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A signed-in person sets a new password. */
@Controller
class AccountPasswordPage {
  private final ChangingPasswords changing;
  private final PasswordRule rule;
  private final Accounts accounts;
  private final CurrentPerson person;

  AccountPasswordPage(
      ChangingPasswords changing, PasswordRule rule, Accounts accounts, CurrentPerson person) {
    this.changing = changing;
    this.rule = rule;
    this.accounts = accounts;
    this.person = person;
  }

  @GetMapping("/account/password")
  ModelAndView form() {
    return page(null);
  }

  @PostMapping("/account/password")
  ModelAndView change(@RequestParam(defaultValue = "") String password, HttpSession session) {
    Account account = accounts.get(person.id());
    Optional<String> refusal = rule.refusal(password, account);
    if (refusal.isPresent()) {
      return page(refusal.get());
    }
    changing.change(account.id(), password, session.getId());
    return new ModelAndView("redirect:/account?changed");
  }

  private static ModelAndView page(@Nullable String problem) {
    var page =
        new ModelAndView(
            "identity/account-password",
            problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("problem", problem);
    return page;
  }
}
