package org.sonocert.identity.web;

import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import org.sonocert.core.AccountId;
import org.sonocert.identity.AccountSettings;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.ChangingAddresses;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.identity.EnrollingSteps;
import org.sonocert.identity.Sessions;
import org.sonocert.identity.people.AccountChanges;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own account: who we take them for, how they sign in, and where they are signed in. */
@Controller
class AccountPages {
  private final Accounts accounts;
  private final ChangingAddresses addresses;
  private final EnrollingSteps enrolling;
  private final Sessions sessions;
  private final AccountSettings settings;
  private final AccountChanges changes;
  private final CurrentPerson person;

  AccountPages(
      Accounts accounts,
      ChangingAddresses addresses,
      EnrollingSteps enrolling,
      Sessions sessions,
      AccountSettings settings,
      AccountChanges changes,
      CurrentPerson person) {
    this.accounts = accounts;
    this.addresses = addresses;
    this.enrolling = enrolling;
    this.sessions = sessions;
    this.settings = settings;
    this.changes = changes;
    this.person = person;
  }

  @GetMapping("/account")
  String account(Model model, HttpSession session) {
    AccountId id = person.id();
    model.addAttribute("account", accounts.get(id));
    model.addAttribute("second", addresses.second(id).orElse(null));
    model.addAttribute("steps", enrolling.state(id));
    model.addAttribute("sessions", sessions.open(id, session.getId()));
    model.addAttribute("changes", changes.of(id));
    return "identity/account";
  }

  @PostMapping("/account/sessions/end")
  String end(@RequestParam(defaultValue = "") String mark) {
    sessions.end(person.id(), mark);
    return "redirect:/account#sessions";
  }

  @PostMapping("/account/sessions/end-all")
  String endAll(HttpSession session) {
    sessions.endAll(person.id());
    session.invalidate();
    return "redirect:/login?out";
  }

  @PostMapping("/account/language")
  String speak(@RequestParam(defaultValue = "en") String language) {
    Locale chosen = language.equals("es") ? Locale.forLanguageTag("es") : Locale.ENGLISH;
    settings.speak(person.id(), chosen);
    return "redirect:/account?lang=" + chosen.getLanguage();
  }
}
