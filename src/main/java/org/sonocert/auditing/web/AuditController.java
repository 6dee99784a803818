package org.sonocert.auditing.web;

import org.jspecify.annotations.Nullable;
import org.sonocert.auditing.FindingEnrolments;
import org.sonocert.auditing.ReadingDossiers;
import org.sonocert.auditing.Search;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.identity.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The auditors' room: a search whose state stands in the address, and one enrolment in full. */
@Controller
@RequestMapping("/audit")
class AuditController {
  private final FindingEnrolments finding;
  private final ReadingDossiers dossiers;
  private final Catalogue catalogue;
  private final CurrentPerson person;

  AuditController(
      FindingEnrolments finding,
      ReadingDossiers dossiers,
      Catalogue catalogue,
      CurrentPerson person) {
    this.finding = finding;
    this.dossiers = dossiers;
    this.catalogue = catalogue;
    this.person = person;
  }

  @GetMapping
  ModelAndView search(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String product,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String after) {
    Search search = new Search(number, product, outcome, from, until, after);
    try {
      return page(search, finding.find(search), null);
    } catch (Rejected refused) {
      if (refused.rejection().kind() != Rejection.Kind.INVALID) {
        throw refused;
      }
      return page(search, null, refused.rejection());
    }
  }

  private ModelAndView page(
      Search search, FindingEnrolments.@Nullable Page found, @Nullable Rejection why) {
    int status = why == null ? HttpStatus.OK.value() : why.kind().status();
    var page = new ModelAndView("auditing/search", HttpStatus.valueOf(status));
    page.addObject("search", search);
    page.addObject("found", found);
    page.addObject("problem", why == null ? null : why.reason());
    page.addObject("products", catalogue.products());
    page.addObject("outcomes", EnrolmentState.values());
    return page;
  }

  @GetMapping("/{id}")
  String one(@PathVariable String id, Model model) {
    var dossier = dossiers.open(person.id(), EnrolmentId.of(id));
    model.addAttribute("dossier", dossier);
    model.addAttribute("title", catalogue.nameOf(dossier.found().product()));
    return "auditing/enrolment";
  }

  @GetMapping(value = "/{id}/diagrams/{instance}", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  byte[] diagram(@PathVariable String id, @PathVariable String instance) {
    return dossiers.diagram(EnrolmentId.of(id), instance);
  }
}
