package org.sonocert.application.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.application.Waivers;
import org.sonocert.application.Waivers.Evidence;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Accounts;
import org.springframework.stereotype.Component;

/** Shows the checker of a waiver who asks, for which product, and what the candidate names. */
@Component
class CheckWaiverPage implements TaskPage {
  private final Waivers waivers;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;

  CheckWaiverPage(Waivers waivers, Enrolments enrolments, Accounts accounts, Catalogue catalogue) {
    this.waivers = waivers;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
  }

  @Override
  public String formId() {
    return "check-waiver";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    List<Fact> rows = new ArrayList<>();
    Enrolment enrolment = enrolments.get(task.enrolment());
    rows.add(new Fact("Candidate", accounts.get(enrolment.candidate()).name()));
    rows.add(new Fact("Product", catalogue.nameOf(enrolment.product())));
    waivers.evidence(task.enrolment()).ifPresent(evidence -> add(rows, evidence));
    return rows;
  }

  @Override
  public String consequence(TaskView task) {
    return "A refusal ends the application. The candidate has paid nothing and may apply again.";
  }

  private static void add(List<Fact> rows, Evidence evidence) {
    add(rows, "Examination passed on", evidence.examinationDate());
    add(rows, "Number with the examining body", evidence.examinationReference());
    add(rows, "Credential", evidence.credentialName());
    add(rows, "Its number", evidence.credentialNumber());
    add(rows, "Valid until", evidence.credentialUntil());
  }

  private static void add(List<Fact> rows, String label, @Nullable String value) {
    if (value != null) {
      rows.add(new Fact(label, value));
    }
  }
}
