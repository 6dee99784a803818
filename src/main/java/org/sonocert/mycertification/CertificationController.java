package org.sonocert.mycertification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.CaseView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The candidate's own pages: the list, one enrolment. */
@Controller
@RequestMapping("/me")
class CertificationController {
  /** How soon a page looks again by itself while a job makes the next step. */
  private static final String LOOK_AGAIN_SECONDS = "2";

  private final ReadingCertifications certifications;
  private final Enrolments enrolments;
  private final CaseView cases;
  private final CurrentPerson person;
  private final ObjectProvider<EnrolmentPanel> panels;

  CertificationController(
      ReadingCertifications certifications,
      Enrolments enrolments,
      CaseView cases,
      CurrentPerson person,
      ObjectProvider<EnrolmentPanel> panels) {
    this.certifications = certifications;
    this.enrolments = enrolments;
    this.cases = cases;
    this.person = person;
    this.panels = panels;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("enrolments", certifications.list(person.id()));
    return "mycertification/list";
  }

  @GetMapping("/{id}")
  String page(@PathVariable String id, Model model, HttpServletResponse response) {
    CertificationPage page = certifications.read(person.id(), EnrolmentId.of(id));
    model.addAttribute("page", page);
    model.addAttribute("panels", panels(page.enrolment()));
    if (!page.tasks().isEmpty()) {
      model.addAttribute("act", CandidateTaskController.address(page.tasks().get(0)));
    }
    if (page.preparing()) {
      response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
    }
    return "mycertification/enrolment";
  }

  private List<EnrolmentPanel.View> panels(Enrolment enrolment) {
    return panels
        .orderedStream()
        .map(panel -> panel.of(enrolment))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingInt(EnrolmentPanel.View::order))
        .toList();
  }

  @GetMapping(value = "/{id}/diagrams/{process}", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  byte[] diagram(@PathVariable String id, @PathVariable String process) {
    Enrolment enrolment = enrolments.ownedBy(person.id(), EnrolmentId.of(id));
    return cases.runs(enrolment.id()).stream()
        .filter(run -> run.diagram().process().equals(process))
        .findFirst()
        .map(cases::xml)
        .orElseThrow(() -> new Rejected(Rejection.notFound("diagram")));
  }
}
