package org.sonocert.exceptions;

import static org.sonocert.core.PersonalData.ofEnrolments;

import java.util.List;
import org.sonocert.core.PersonalData;
import org.springframework.stereotype.Component;

/** What was asked and decided about somebody's windows; who asked and decided stays out. */
@Component
class ExceptionsOfPerson implements PersonalData {

  @Override
  public List<Part> parts() {
    return List.of(
        ofEnrolments(
            "exceptions",
            "t.id, t.kind, t.seconds, t.held_from, t.held_until, t.reason, t.rule, t.requested_at",
            "window_exception"),
        ofEnrolments(
            "exceptionDecisions",
            "t.exception_id, t.outcome, t.reason, t.decided_at, t.ends_at",
            "window_exception_decision"));
  }
}
