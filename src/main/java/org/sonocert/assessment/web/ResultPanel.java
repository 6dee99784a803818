package org.sonocert.assessment.web;

import org.jspecify.annotations.Nullable;
import org.sonocert.assessment.Bands;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/**
 * On the page of an unsuccessful enrolment: whether the assessment was passed, and if not, how near
 * it was in bands. No score and no question is shown (product rules, 4).
 */
@Component
class ResultPanel implements EnrolmentPanel {
  private static final int FIRST = 5;

  private final Bands bands;

  ResultPanel(Bands bands) {
    this.bands = bands;
  }

  @Override
  public @Nullable View of(Enrolment enrolment) {
    if (enrolment.state() != EnrolmentState.UNSUCCESSFUL) {
      return null;
    }
    return bands.of(enrolment.id()).stream()
        .findFirst()
        .map(seen -> new View("assessment/result-panel", seen, FIRST))
        .orElse(null);
  }
}
