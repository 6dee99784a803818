package org.sonocert.peerevaluation.web;

import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.Collisions;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.peerevaluation.NomineeId;
import org.sonocert.peerevaluation.StandingDown;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The candidate's button to name somebody else. */
@Controller
class ReplacingEvaluators {
  private final Enrolments enrolments;
  private final CurrentPerson person;
  private final StandingDown standing;
  private final Collisions collisions;

  ReplacingEvaluators(
      Enrolments enrolments, CurrentPerson person, StandingDown standing, Collisions collisions) {
    this.enrolments = enrolments;
    this.person = person;
    this.standing = standing;
    this.collisions = collisions;
  }

  @PostMapping("/me/{enrolment}/evaluators/{nominee}/replace")
  String replace(@PathVariable String enrolment, @PathVariable String nominee) {
    EnrolmentId own = enrolments.ownedBy(person.id(), EnrolmentId.of(enrolment)).id();
    NomineeId replaced = NomineeId.of(nominee);
    collisions.retry(
        () -> {
          standing.replace(own, replaced);
          return replaced;
        });
    return "redirect:/me/" + own;
  }
}
