package org.sonocert.assessment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.assessment.agreement.AgreementPart;
import org.sonocert.assessment.agreement.AgreementVersion;
import org.sonocert.assessment.agreement.NewText;
import org.sonocert.assessment.agreement.PublishingAgreements;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where managers see the versions of the agreement, write new ones and decide about each other's.
 */
@Controller
@RequestMapping("/programme/agreements")
class AgreementsController {
  private final PublishingAgreements publishing;
  private final CurrentPerson person;

  AgreementsController(PublishingAgreements publishing, CurrentPerson person) {
    this.publishing = publishing;
    this.person = person;
  }

  @GetMapping
  ModelAndView show() {
    return page(NewText.empty(), null);
  }

  @PostMapping
  ModelAndView write(@ModelAttribute NewText typed) {
    try {
      publishing.write(person.id(), typed);
      return new ModelAndView("redirect:/programme/agreements#waiting");
    } catch (Rejected refused) {
      return page(typed, refused.rejection());
    }
  }

  @PostMapping("/{part}/{version}/decide")
  ModelAndView decide(
      @PathVariable String part, @PathVariable String version, @RequestParam boolean approved) {
    AgreementPart which = AgreementPart.of(part).orElseThrow(AgreementsController::unknown);
    if (!version.matches("\\d{1,6}")) {
      throw unknown();
    }
    try {
      publishing.decide(person.id(), which, Integer.parseInt(version), approved);
      return new ModelAndView("redirect:/programme/agreements");
    } catch (Rejected refused) {
      if (refused.rejection().kind() == Rejection.Kind.NOT_FOUND) {
        throw refused;
      }
      return page(NewText.empty(), refused.rejection());
    }
  }

  private ModelAndView page(NewText typed, @Nullable Rejection why) {
    List<AgreementVersion> versions = publishing.versions(person.id());
    var page =
        new ModelAndView(
            "assessment/agreements",
            HttpStatus.valueOf(why == null ? HttpStatus.OK.value() : why.kind().status()));
    page.addObject("waiting", versions.stream().filter(AgreementVersion::open).toList());
    page.addObject("decided", versions.stream().filter(v -> !v.open()).toList());
    page.addObject(
        "inForce", List.of(AgreementPart.values()).stream().map(p -> latest(versions, p)).toList());
    page.addObject("parts", AgreementPart.values());
    page.addObject("typed", typed);
    page.addObject("problem", why == null ? null : why.reason());
    page.addObject("wrong", why == null ? "" : why.code());
    page.addObject("shortest", NewText.SHORTEST);
    page.addObject("longest", NewText.LONGEST);
    return page;
  }

  private static AgreementVersion latest(List<AgreementVersion> versions, AgreementPart part) {
    return versions.stream()
        .filter(v -> v.part() == part && Boolean.TRUE.equals(v.approved()))
        .findFirst()
        .orElseThrow();
  }

  private static Rejected unknown() {
    return new Rejected(Rejection.notFound("agreement"));
  }
}
