package org.sonocert.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.support.Question;
import org.sonocert.support.SupportKind;
import org.sonocert.support.workflow.AskingForHelp;
import org.sonocert.web.VisitedPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a candidate ask for help about one of their enrolments. */
@Controller
class AskController {
  /** Under this name what was typed is shown on the page to which it leads. */
  static final String TYPED_TEXT = "typedText";

  private final AskingForHelp asking;
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final CurrentPerson person;

  AskController(
      AskingForHelp asking, Enrolments enrolments, Catalogue catalogue, CurrentPerson person) {
    this.asking = asking;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
    this.person = person;
  }

  /** What stands in the form: fresh, or as it was typed. */
  record Typed(String request, String kind, String text, String from) {}

  @GetMapping("/me/{id}/help")
  ModelAndView form(@PathVariable String id, @RequestParam(defaultValue = "") String from) {
    String page = VisitedPage.of(from).orElse("");
    return page(EnrolmentId.of(id), new Typed(UUID.randomUUID().toString(), "", "", page), null);
  }

  /** Sent twice, it is one request; it stands on the page to which this leads. */
  @PostMapping("/me/{id}/help")
  ModelAndView ask(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String request,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String from,
      HttpServletRequest sent,
      RedirectAttributes kept) {
    EnrolmentId enrolment = EnrolmentId.of(id);
    String own = ownPage(enrolments.ownedBy(person.id(), enrolment), kind);
    if (own != null) {
      kept.addFlashAttribute(TYPED_TEXT, text);
      return new ModelAndView("redirect:/me/" + enrolment + own);
    }
    try {
      String browser = sent.getHeader(HttpHeaders.USER_AGENT);
      Question question = Question.of(request, kind, text, from, browser);
      asking.ask(person.id(), enrolment, question, sent.getRemoteAddr());
      return new ModelAndView("redirect:/me/" + enrolment + "#support");
    } catch (Rejected refused) {
      if (refused.rejection().kind() == Rejection.Kind.NOT_FOUND) {
        throw refused;
      }
      return page(enrolment, new Typed(request, kind, text, from), refused.rejection());
    }
  }

  /**
   * Where a kind is asked for on a page of its own, which says what comes of it; null elsewhere.
   */
  private static @Nullable String ownPage(Enrolment enrolment, String kind) {
    if (enrolment.state().ended()) {
      return null;
    }
    return switch (SupportKind.of(kind).orElse(SupportKind.SOMETHING_ELSE)) {
      case WITHDRAWAL -> "/withdrawal";
      case ACCOMMODATION -> "/accommodation";
      default -> null;
    };
  }

  private ModelAndView page(EnrolmentId id, Typed typed, @Nullable Rejection why) {
    Enrolment enrolment = enrolments.ownedBy(person.id(), id);
    int status = why == null ? HttpStatus.OK.value() : why.kind().status();
    var page = new ModelAndView("support/ask", HttpStatus.valueOf(status));
    page.addObject("enrolment", enrolment);
    page.addObject("title", catalogue.nameOf(enrolment.product()));
    page.addObject("kinds", SupportKind.values());
    page.addObject("typed", typed);
    page.addObject("problem", why == null ? null : why.reason());
    page.addObject("wrong", why == null ? "" : why.code());
    page.addObject("shortest", Question.SHORTEST);
    page.addObject("longest", Question.LONGEST);
    return page;
  }
}
