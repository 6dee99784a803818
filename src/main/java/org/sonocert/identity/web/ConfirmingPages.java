package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.identity.EnrollingSteps;
import org.sonocert.identity.TakingSecondSteps;
import org.sonocert.identity.organisation.LinkingOrganisations;
import org.sonocert.identity.organisation.Organisation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks for password and code once more, and then goes on to where the person was going. */
@Controller
class ConfirmingPages {
  /** Where a confirmation leads, as the first group: the page of what was asked, never the deed. */
  private static final List<Pattern> OURS =
      List.of(
          Pattern.compile("(/account(?:/[a-z-]{1,30}){0,3})"),
          Pattern.compile("(/admin/people/(?:invite|[0-9a-f-]{36}))(?:/[a-z-]{1,30})?"),
          Pattern.compile("(/programme/money)(?:/refunds/[0-9a-f-]{36}/[a-z-]{1,30})?"));

  private final TakingSecondSteps taking;
  private final EnrollingSteps enrolling;
  private final Entering entering;
  private final LinkingOrganisations linking;
  private final Organisation organisation;
  private final CurrentPerson person;

  ConfirmingPages(
      TakingSecondSteps taking,
      EnrollingSteps enrolling,
      Entering entering,
      LinkingOrganisations linking,
      Organisation organisation,
      CurrentPerson person) {
    this.taking = taking;
    this.enrolling = enrolling;
    this.entering = entering;
    this.linking = linking;
    this.organisation = organisation;
    this.person = person;
  }

  @GetMapping("/account/confirm")
  ModelAndView form(@RequestParam(defaultValue = "") String to) {
    return page(to, null);
  }

  @PostMapping("/account/confirm")
  ModelAndView confirm(
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      taking.confirm(person.id(), password, code, request.getRemoteAddr());
      entering.again(request, response);
      return new ModelAndView("redirect:" + ours(to));
    } catch (Rejected e) {
      return page(to, e.rejection());
    }
  }

  private ModelAndView page(String to, @Nullable Rejection refusal) {
    HttpStatus is = refusal == null ? HttpStatus.OK : HttpStatus.valueOf(refusal.kind().status());
    var page =
        new ModelAndView(
            "identity/account-confirm",
            Map.of("to", ours(to), "twoSteps", enrolling.state(person.id()).on()),
            is);
    page.addObject("problem", refusal == null ? null : "identity." + refusal.code());
    page.addObject("organisation", organisation.configured() && linking.linked(person.id()));
    page.addObject("wrong", refusal == null ? "" : refusal.code());
    return page;
  }

  /** Only pages that ask for a confirmation; anything else leads to the account's first one. */
  private static String ours(String to) {
    return OURS.stream()
        .map(pattern -> pattern.matcher(to))
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst()
        .orElse("/account");
  }
}
