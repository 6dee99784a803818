package org.sonocert.peerevaluation.workflow;

import org.sonocert.engine.Submission;
import org.sonocert.peerevaluation.Nominee;

/** Reads one person from a form that asks for evaluators. */
final class NamingForm {
  private NamingForm() {}

  /** The person whose fields begin with {@code evaluator<place>}. */
  static Nominee person(Submission submission, int place) {
    String prefix = "evaluator" + place;
    return Nominee.typed(
        submission.text(prefix + "Name"),
        submission.text(prefix + "Email"),
        submission.text(prefix + "Relation"),
        submission.text(prefix + "KnowsWork"),
        submission.yes(prefix + "Consent"));
  }
}
