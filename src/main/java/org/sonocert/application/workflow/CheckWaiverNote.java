package org.sonocert.application.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.application.Waivers;
import org.sonocert.application.Waivers.Evidence;
import org.sonocert.catalogue.FormNotes;
import org.sonocert.engine.FormSchema;
import org.sonocert.engine.FormShape;
import org.sonocert.engine.TaskView;
import org.springframework.stereotype.Component;

/** Shows the checker of a waiver what the candidate names. */
@Component
class CheckWaiverNote implements FormShape {
  private final Waivers waivers;

  CheckWaiverNote(Waivers waivers) {
    this.waivers = waivers;
  }

  @Override
  public String formId() {
    return "check-waiver";
  }

  @Override
  public FormSchema shape(FormSchema form, TaskView task) {
    return waivers
        .evidence(task.enrolment())
        .map(evidence -> FormNotes.above(form, lines(evidence)))
        .orElse(form);
  }

  private static List<String> lines(Evidence evidence) {
    List<String> lines = new ArrayList<>();
    lines.add("**What the candidate names**");
    add(lines, "Examination passed on", evidence.examinationDate());
    add(lines, "Number with the examining body", evidence.examinationReference());
    add(lines, "Credential", evidence.credentialName());
    add(lines, "Its number", evidence.credentialNumber());
    add(lines, "Valid until", evidence.credentialUntil());
    return lines;
  }

  private static void add(List<String> lines, String label, @Nullable String value) {
    if (value != null) {
      lines.add(label + ": " + FormNotes.plain(value));
    }
  }
}
