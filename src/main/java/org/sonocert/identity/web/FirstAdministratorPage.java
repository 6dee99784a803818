package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.FirstAdministrator;
import org.sonocert.identity.LimitedTries;
import org.sonocert.identity.PasswordRule;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the code of a new server is used; there is no such page once it has been. */
@Controller
@Profile("!demo")
class FirstAdministratorPage {
  private static final int MOST = 10;

  private final FirstAdministrator first;
  private final PasswordRule rule;
  private final LimitedTries attempts;

  FirstAdministratorPage(FirstAdministrator first, PasswordRule rule, LimitedTries attempts) {
    this.first = first;
    this.rule = rule;
    this.attempts = attempts;
  }

  @GetMapping("/first-administrator")
  ModelAndView form() {
    return page(PersonForm.empty(), Map.of());
  }

  @PostMapping("/first-administrator")
  ModelAndView open(
      PersonForm form,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      Locale locale) {
    attempts.take(new LimitedTries.Limit("first-administrator:" + request.getRemoteAddr(), MOST));
    Map<String, String> problems = new LinkedHashMap<>(form.problems(rule, false));
    try {
      if (problems.isEmpty()) {
        first.open(code, form.signUp(locale));
        return new ModelAndView("redirect:/login?confirmed");
      }
    } catch (Rejected e) {
      if (e.rejection().kind() == Rejection.Kind.NOT_FOUND) {
        throw e;
      }
      problems.put("code", "identity." + e.rejection().code());
    }
    return page(form, problems);
  }

  private ModelAndView page(PersonForm form, Map<String, String> problems) {
    if (!first.awaited()) {
      throw new Rejected(Rejection.notFound("page"));
    }
    var page =
        new ModelAndView(
            "identity/first-administrator",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("form", form);
    page.addObject("problems", problems);
    return page;
  }
}
