package org.sonocert.application.workflow;

import java.util.HashMap;
import java.util.Map;
import org.sonocert.application.EligibilityFacts;
import org.sonocert.application.GatheringFacts;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.RequiredCases;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.Decisions;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Component;

/** Asks the eligibility table of a release, with the facts as they stand now. */
@Component
class Eligibility {
  private final GatheringFacts gathering;
  private final RequiredCases required;
  private final Decisions decisions;
  private final Enrolments enrolments;
  private final Catalogue catalogue;

  Eligibility(
      GatheringFacts gathering,
      RequiredCases required,
      Decisions decisions,
      Enrolments enrolments,
      Catalogue catalogue) {
    this.gathering = gathering;
    this.required = required;
    this.decisions = decisions;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
  }

  /** What the table says, with its reason in words. */
  record Verdict(boolean eligible, String reason) {}

  /** Judges once more; the facts are kept only when they or the release changed since. */
  Verdict again(EnrolmentId enrolment, long release) {
    GatheringFacts.Gathered gathered = gathering.gather(enrolment);
    EligibilityFacts facts = gathered.facts();
    if (gathering.unchanged(gathered, release)) {
      return new Verdict(true, "");
    }
    gathering.keep(enrolment, facts, release);
    String area = catalogue.areasOf(enrolments.get(enrolment).product()).get(0);
    Map<String, Object> inputs = new HashMap<>(facts.named());
    inputs.put("requiredCases", required.of(release, area).cases());
    Map<String, Object> row = decisions.evaluate(release, "eligibility", inputs);
    return new Verdict(Boolean.TRUE.equals(row.get("eligible")), String.valueOf(row.get("reason")));
  }
}
