package org.sonocert.application.workflow;

import java.util.List;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.RequiredCases;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Component;

/** Says above the attestation how many cases the area asks for, as the release's table has it. */
@Component
class AttestCasesPage implements TaskPage {
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final RequiredCases required;

  AttestCasesPage(Enrolments enrolments, Catalogue catalogue, RequiredCases required) {
    this.enrolments = enrolments;
    this.catalogue = catalogue;
    this.required = required;
  }

  @Override
  public String formId() {
    return "attest-cases";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    return catalogue.areasOf(enrolments.get(task.enrolment()).product()).stream()
        .map(area -> new Fact("What is asked for", required.of(task.release(), area).sentence()))
        .toList();
  }
}
