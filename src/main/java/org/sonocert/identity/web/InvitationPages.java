package org.sonocert.identity.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.identity.PasswordRule;
import org.sonocert.identity.Role;
import org.sonocert.identity.people.InvitingStaff;
import org.sonocert.identity.people.InvitingStaff.Invitation;
import org.sonocert.identity.people.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An administrator invites staff; whom the mail reaches chooses a password. */
@Controller
class InvitationPages {
  private final InvitingStaff inviting;
  private final PasswordRule rule;
  private final CurrentPerson person;

  InvitationPages(InvitingStaff inviting, PasswordRule rule, CurrentPerson person) {
    this.inviting = inviting;
    this.rule = rule;
    this.person = person;
  }

  @GetMapping("/admin/people/invite")
  ModelAndView form() {
    return form(PersonForm.empty(), Set.of(), "", Map.of());
  }

  @PostMapping("/admin/people/invite")
  ModelAndView invite(
      PersonForm form,
      @RequestParam(required = false) List<String> role,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "en") String language) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Map<String, String> problems = new LinkedHashMap<>(form.problems(null, false));
    try {
      List<String> chosen = role == null ? List.of() : role;
      chosen.stream().map(PeoplePages::known).filter(Role::staff).forEach(roles::add);
      if (problems.isEmpty()) {
        inviting.invite(person.id(), invitation(form, language, roles), new Reason(reason));
        return new ModelAndView("redirect:/admin/people?invited");
      }
    } catch (Rejected e) {
      if (e.rejection().kind() == Rejection.Kind.NOT_FOUND) {
        throw e;
      }
      problems.put(field(e.rejection().code()), "people." + e.rejection().code());
    }
    return form(form, roles, reason, problems);
  }

  private static Invitation invitation(PersonForm form, String language, Set<Role> roles) {
    Locale locale = language.equals("es") ? Locale.forLanguageTag("es") : Locale.ENGLISH;
    return new Invitation(form.address(), form.givenName(), form.familyName(), locale, roles);
  }

  private static String field(String code) {
    return switch (code) {
      case "reason-missing" -> "reason";
      case "invited-known" -> "email";
      default -> "roles";
    };
  }

  @GetMapping("/invitation/{token}")
  ModelAndView invitation(@PathVariable String token) {
    return inviting.open(token).map(open -> page(token, open, null)).orElseGet(this::over);
  }

  @PostMapping("/invitation/{token}")
  ModelAndView accept(
      @PathVariable String token, @RequestParam(defaultValue = "") String password) {
    Optional<InvitingStaff.Open> open = inviting.open(token);
    if (open.isEmpty()) {
      return over();
    }
    Invitation invited = open.get().invitation();
    Optional<String> refusal =
        rule.refusal(password, invited.email(), invited.givenName(), invited.familyName());
    if (refusal.isPresent()) {
      return page(token, open.get(), refusal.get());
    }
    return inviting.accept(token, password) ? new ModelAndView("redirect:/login?invited") : over();
  }

  private static ModelAndView form(
      PersonForm form, Set<Role> roles, String reason, Map<String, String> problems) {
    var page =
        new ModelAndView(
            "identity/invite",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("form", form);
    page.addObject("roles", EnumSet.complementOf(EnumSet.of(Role.CANDIDATE)));
    page.addObject("chosen", roles);
    page.addObject("reason", reason);
    page.addObject("problems", problems);
    return page;
  }

  private static ModelAndView page(
      String token, InvitingStaff.Open open, @Nullable String problem) {
    var page =
        new ModelAndView(
            "identity/invitation",
            problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("token", token);
    page.addObject("invited", open.invitation());
    page.addObject("problem", problem);
    return page;
  }

  private ModelAndView over() {
    return new ModelAndView("identity/invitation-over", HttpStatus.GONE);
  }
}
