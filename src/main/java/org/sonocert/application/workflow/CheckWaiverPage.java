package org.sonocert.application.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.application.Waivers;
import org.sonocert.application.Waivers.Evidence;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.springframework.stereotype.Component;

/** Shows the checker of a waiver what the candidate names. */
@Component
class CheckWaiverPage implements TaskPage {
  private final Waivers waivers;

  CheckWaiverPage(Waivers waivers) {
    this.waivers = waivers;
  }

  @Override
  public String formId() {
    return "check-waiver";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    return waivers.evidence(task.enrolment()).map(CheckWaiverPage::rows).orElse(List.of());
  }

  @Override
  public String consequence(TaskView task) {
    return "A refusal ends the application. The candidate has paid nothing and may apply again.";
  }

  private static List<Fact> rows(Evidence evidence) {
    List<Fact> rows = new ArrayList<>();
    add(rows, "Examination passed on", evidence.examinationDate());
    add(rows, "Number with the examining body", evidence.examinationReference());
    add(rows, "Credential", evidence.credentialName());
    add(rows, "Its number", evidence.credentialNumber());
    add(rows, "Valid until", evidence.credentialUntil());
    return rows;
  }

  private static void add(List<Fact> rows, String label, @Nullable String value) {
    if (value != null) {
      rows.add(new Fact(label, value));
    }
  }
}
