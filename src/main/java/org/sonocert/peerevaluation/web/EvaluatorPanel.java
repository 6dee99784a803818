package org.sonocert.peerevaluation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.peerevaluation.EvaluatorStatus;
import org.sonocert.peerevaluation.Evaluators;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/**
 * The candidate's evaluators on the page of their enrolment: who was reached, never what they say.
 */
@Component
class EvaluatorPanel implements EnrolmentPanel {
  private static final int ORDER = 30;

  private final Evaluators evaluators;

  EvaluatorPanel(Evaluators evaluators) {
    this.evaluators = evaluators;
  }

  /**
   * What the fragment shows.
   *
   * @param replaceable whether somebody can be replaced, so that one reads what that does
   */
  record Data(Enrolment enrolment, List<EvaluatorStatus> evaluators, boolean replaceable) {}

  @Override
  public @Nullable View of(Enrolment enrolment) {
    if (enrolment.purchasedAt() == null) {
      return null;
    }
    List<EvaluatorStatus> all = evaluators.of(enrolment);
    boolean replaceable = all.stream().anyMatch(EvaluatorStatus::replaceable);
    return all.isEmpty()
        ? null
        : new View("peerevaluation/panel", new Data(enrolment, all, replaceable), ORDER);
  }
}
