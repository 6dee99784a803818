package org.sonocert.demo.acting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.peerevaluation.AnsweringEvaluations;
import org.sonocert.peerevaluation.Criteria;
import org.sonocert.peerevaluation.Nomination;
import org.sonocert.peerevaluation.Nominations;
import org.sonocert.peerevaluation.StandingDown;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What evaluators do once their link is open. */
@Component
@Profile("demo")
public class ActingEvaluators {
  private final Nominations nominations;
  private final AnsweringEvaluations answering;
  private final StandingDown standing;
  private final Criteria criteria;
  private final Enrolments enrolments;
  private final Collisions collisions;

  ActingEvaluators(
      Nominations nominations,
      AnsweringEvaluations answering,
      StandingDown standing,
      Criteria criteria,
      Enrolments enrolments,
      Collisions collisions) {
    this.nominations = nominations;
    this.answering = answering;
    this.standing = standing;
    this.criteria = criteria;
    this.enrolments = enrolments;
    this.collisions = collisions;
  }

  /** Everybody who was named, oldest first. */
  public List<Nomination> of(EnrolmentId id) {
    return nominations.of(id);
  }

  /**
   * Sends an evaluation in which so many of the criteria are rated, all alike.
   *
   * @param rating 1 to 4
   * @param share of the applicable criteria, 0 to 1; the others were "not observed"
   */
  public void evaluate(Nomination one, int rating, double share) {
    TaskView task = answering.task(answering.awaited(one.id()));
    Map<String, String> answers = new HashMap<>(about(one));
    List<String> rated = criteria.of(enrolments.get(one.enrolment()).product());
    for (int i = 0; i < rated.size(); i++) {
      boolean observed = i < Math.round(rated.size() * share);
      answers.put("criterion_" + rated.get(i), observed ? "" + rating : "not-observed");
    }
    FillingForms.sent(
        answering.submit(
            one.id(), task.id(), UUID.randomUUID().toString(), FillingForms.raw(answers)));
  }

  private static Map<String, String> about(Nomination one) {
    return Map.of(
        "profession", "physician",
        "licenceNumber", "EV-" + one.id().toString().substring(0, 13),
        "licenceCountry", "US",
        "ultrasoundBackground", "true",
        "ultrasoundBackgroundDetail", "Teaches ultrasound to residents.",
        "observedWithin24Months", "true",
        "conflict", "none",
        "consentToBeAsked", "true");
  }

  /** Says no. */
  public void decline(Nomination one) {
    collisions.retry(
        () -> {
          standing.decline(one.id(), "", false);
          return one;
        });
  }

  /** The mailbox does not take the invitation. */
  public void bounce(Nomination one) {
    collisions.retry(
        () -> {
          standing.bounced(one.id());
          return one;
        });
  }

  /** The candidate asks somebody else in their place. */
  public void replace(Nomination one) {
    collisions.retry(
        () -> {
          standing.replace(one.enrolment(), one.id());
          return one;
        });
  }
}
