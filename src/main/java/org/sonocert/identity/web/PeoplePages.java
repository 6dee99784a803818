package org.sonocert.identity.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.identity.Role;
import org.sonocert.identity.people.AccountChanges;
import org.sonocert.identity.people.ChangingPeople;
import org.sonocert.identity.people.FindingPeople;
import org.sonocert.identity.people.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an administrator finds people and changes what they may do. */
@Controller
class PeoplePages {
  private final FindingPeople finding;
  private final ChangingPeople changing;
  private final Accounts accounts;
  private final AccountChanges changes;
  private final CurrentPerson person;

  PeoplePages(
      FindingPeople finding,
      ChangingPeople changing,
      Accounts accounts,
      AccountChanges changes,
      CurrentPerson person) {
    this.finding = finding;
    this.changing = changing;
    this.accounts = accounts;
    this.changes = changes;
    this.person = person;
  }

  @GetMapping("/admin/people")
  ModelAndView list(
      @RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "") String after) {
    return new ModelAndView(
        "identity/people",
        Map.of("find", find, "after", after, "found", finding.find(find, after)));
  }

  @GetMapping("/admin/people/{id}")
  ModelAndView one(@PathVariable String id) {
    return page(AccountId.of(id), "", null);
  }

  @PostMapping("/admin/people/{id}/role")
  ModelAndView role(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason) {
    return change(
        id,
        reason,
        why -> {
          Role which = known(role);
          if (act.equals("withdraw")) {
            changing.withdraw(person.id(), AccountId.of(id), which, why);
          } else {
            changing.grant(person.id(), AccountId.of(id), which, why);
          }
        });
  }

  @PostMapping("/admin/people/{id}/disable")
  ModelAndView disable(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
    return change(id, reason, why -> changing.disable(person.id(), AccountId.of(id), why));
  }

  @PostMapping("/admin/people/{id}/enable")
  ModelAndView enable(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
    return change(id, reason, why -> changing.enable(person.id(), AccountId.of(id), why));
  }

  @PostMapping("/admin/people/{id}/second-step")
  ModelAndView resetSecondStep(
      @PathVariable String id, @RequestParam(defaultValue = "") String reason) {
    return change(id, reason, why -> changing.resetSecondStep(person.id(), AccountId.of(id), why));
  }

  private ModelAndView change(String id, String reason, Consumer<Reason> work) {
    AccountId about = AccountId.of(id);
    try {
      work.accept(new Reason(reason));
      return new ModelAndView("redirect:/admin/people/" + about + "?done");
    } catch (Rejected e) {
      if (e.rejection().kind() == Rejection.Kind.NOT_FOUND) {
        throw e;
      }
      return page(about, reason, e.rejection());
    }
  }

  private ModelAndView page(AccountId id, String reason, @Nullable Rejection refusal) {
    HttpStatus is = refusal == null ? HttpStatus.OK : HttpStatus.valueOf(refusal.kind().status());
    Accounts.Credentials known =
        accounts.credentials(id).orElseThrow(() -> new Rejected(Rejection.notFound("account")));
    var page = new ModelAndView("identity/person", is);
    page.addObject("account", known.account());
    page.addObject("disabled", known.disabled());
    page.addObject("twoSteps", known.twoSteps());
    page.addObject("own", id.equals(person.id()));
    page.addObject("missing", EnumSet.complementOf(roles(known)));
    page.addObject("changes", changes.of(id));
    page.addObject("typed", reason);
    page.addObject("problem", refusal == null ? null : "people." + refusal.code());
    return page;
  }

  private static EnumSet<Role> roles(Accounts.Credentials known) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(known.account().roles());
    return roles;
  }

  static Role known(String id) {
    return List.of(Role.values()).stream()
        .filter(role -> role.id().equals(id.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new Rejected(Rejection.invalid("role-unknown", "There is no such role.")));
  }
}
