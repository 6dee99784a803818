package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.sonocert.core.AccountId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.ChangingAddresses;
import org.sonocert.identity.ChangingAddresses.Kind;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.identity.LimitedTries;
import org.sonocert.identity.RefusedMailboxes;
import org.sonocert.notification.MailAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A signed-in person's mailboxes. */
@Controller
class AddressPages {
  private final ChangingAddresses changing;
  private final RefusedMailboxes refused;
  private final Accounts accounts;
  private final LimitedTries attempts;
  private final CurrentPerson person;

  AddressPages(
      ChangingAddresses changing,
      RefusedMailboxes refused,
      Accounts accounts,
      LimitedTries attempts,
      CurrentPerson person) {
    this.changing = changing;
    this.refused = refused;
    this.accounts = accounts;
    this.attempts = attempts;
    this.person = person;
  }

  @GetMapping("/account/addresses")
  ModelAndView addresses() {
    return page("", Kind.MAIN, "", HttpStatus.OK);
  }

  @PostMapping("/account/addresses")
  ModelAndView ask(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "main") String kind,
      HttpServletRequest request) {
    Kind which = kind.equals("second") ? Kind.SECOND : Kind.MAIN;
    try {
      String address = MailAddress.single(email);
      MailLimits.take(attempts, "new-address:" + person.id(), address, request);
      changing.ask(person.id(), which, address);
      return new ModelAndView("redirect:/account?asked");
    } catch (Rejected e) {
      Rejection why = e.rejection();
      if (why.kind() == Rejection.Kind.TOO_MANY) {
        throw e;
      }
      String problem =
          why.code().equals("mail-address") ? "identity.email.wrong" : "identity." + why.code();
      return page(email, which, problem, HttpStatus.valueOf(why.kind().status()));
    }
  }

  @PostMapping("/account/addresses/remove")
  String remove() {
    changing.removeSecond(person.id());
    return "redirect:/account";
  }

  /** The mailed link; opening it changes nothing. */
  @GetMapping("/account/mailbox/{token}")
  ModelAndView mailbox(@PathVariable String token) {
    Optional<ChangingAddresses.Waiting> waiting = changing.waiting(person.id(), token);
    return waiting
        .map(
            w ->
                new ModelAndView(
                    "identity/account-mailbox", Map.of("token", token, "address", w.email())))
        .orElseGet(AddressPages::over);
  }

  @PostMapping("/account/mailbox/{token}")
  ModelAndView confirm(@PathVariable String token, HttpSession session) {
    return changing.confirm(person.id(), token, session.getId())
        ? new ModelAndView("redirect:/account?address")
        : over();
  }

  private ModelAndView page(String typed, Kind kind, String problem, HttpStatus is) {
    AccountId id = person.id();
    var page =
        new ModelAndView(
            "identity/account-addresses",
            Map.of("account", accounts.get(id), "typed", typed, "problem", problem),
            is);
    page.addObject("wrong", problem.isEmpty() ? "" : kind.name());
    page.addObject("refused", refused.of(id));
    page.addObject("second", changing.second(id).orElse(null));
    return page;
  }

  private static ModelAndView over() {
    return new ModelAndView("identity/account-mailbox-over", HttpStatus.GONE);
  }
}
