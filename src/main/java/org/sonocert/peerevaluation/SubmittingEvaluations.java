package org.sonocert.peerevaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Decisions;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.peerevaluation.sealed.EvaluationDrafts;
import org.sonocert.peerevaluation.sealed.SealedEvaluation;
import org.sonocert.peerevaluation.sealed.SealedEvaluation.Outcome;
import org.sonocert.peerevaluation.sealed.SealingEvaluations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an evaluator's answers: seals them, and under the enrolment's row lock gives a complete
 * evaluation its number. The first two numbers score.
 */
@Service
public class SubmittingEvaluations {
  /** How many evaluations score: the diagram knows a first and a second and no more. */
  static final int SCORED = 2;

  private static final String COMPLETENESS = "evaluation-completeness";

  private final Enrolments enrolments;
  private final Nominations nominations;
  private final SealingEvaluations sealing;
  private final EvaluationDrafts drafts;
  private final Criteria criteria;
  private final Decisions decisions;
  private final EvaluatorLicences licences;
  private final ProgrammeClock clock;

  SubmittingEvaluations(
      Enrolments enrolments,
      Nominations nominations,
      SealingEvaluations sealing,
      EvaluationDrafts drafts,
      Criteria criteria,
      Decisions decisions,
      EvaluatorLicences licences,
      ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.nominations = nominations;
    this.sealing = sealing;
    this.drafts = drafts;
    this.criteria = criteria;
    this.decisions = decisions;
    this.licences = licences;
    this.clock = clock;
  }

  /**
   * Stores the answers to the evaluation form.
   *
   * @throws Rejected GONE when the window or the nomination has ended, INVALID when the evaluator
   *     is the candidate
   */
  @Transactional
  public Outcome submit(
      EnrolmentId id, NomineeId nominee, long release, Map<String, Object> answers) {
    Enrolment enrolment = enrolments.lock(id);
    Nomination one = nominations.get(nominee);
    requireAwaited(enrolment, one);
    licences.requireSomebodyElse(enrolment.candidate(), answers);
    List<String> applicable = criteria.of(enrolment.product());
    int rated = Ratings.in(answers, applicable).byCriterion().size();
    SealedEvaluation about = judge(enrolment, one, release, rated, applicable.size());
    sealing.seal(id, nominee.value(), release, about, answers);
    if (about.outcome() == Outcome.INCOMPLETE) {
      drafts.save(nominee.value(), typed(answers));
    } else {
      nominations.ended(one, NominationState.SUBMITTED, clock.now());
    }
    return about.outcome();
  }

  /** What was sent, as a draft of what is still to be completed. */
  private static Map<String, List<String>> typed(Map<String, Object> answers) {
    return answers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue().toString())));
  }

  private SealedEvaluation judge(
      Enrolment enrolment, Nomination one, long release, int rated, int applicable) {
    SealingEvaluations.Before before = sealing.before(enrolment.id(), one.id().value());
    int attempt = before.attempts() + 1;
    Map<String, Object> answer =
        decisions.evaluate(
            release, COMPLETENESS, Map.of("ratedShare", Ratings.share(rated, applicable)));
    if (!Boolean.TRUE.equals(answer.get("complete"))) {
      return new SealedEvaluation(attempt, null, Outcome.INCOMPLETE, rated, applicable);
    }
    int number = before.complete() + 1;
    Outcome outcome = number <= SCORED ? Outcome.COMPLETE : Outcome.SURPLUS;
    return new SealedEvaluation(attempt, number, outcome, rated, applicable);
  }

  private void requireAwaited(Enrolment enrolment, Nomination one) {
    if (!one.enrolment().equals(enrolment.id())) {
      throw new Rejected(Rejection.notFound("evaluation"));
    }
    NominatingEvaluators.requireOpenWindow(enrolment, clock.now());
    if (!one.state().open()) {
      throw new Rejected(
          Rejection.gone(
              "evaluation-over",
              "This evaluation was sent before, or you are no longer asked for it."));
    }
  }
}
