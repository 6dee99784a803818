package org.sonocert.support;

import static org.sonocert.core.PersonalData.ofEnrolments;

import java.util.List;
import org.sonocert.core.PersonalData;
import org.springframework.stereotype.Component;

/** What somebody asked, and the answer; who answered stays out. */
@Component
class RequestsOfPerson implements PersonalData {

  @Override
  public List<Part> parts() {
    return List.of(
        ofEnrolments(
            "supportRequests",
            "t.kind, t.text, t.page, t.browser, t.asked_at, t.due_at, t.answer, t.answered_at, t.days_asked",
            "support_request"),
        ofEnrolments("unreached", "t.opened_at, t.closed_at, t.outcome", "unreached_candidate"),
        ofEnrolments("contactAttempts", "t.tried_at, t.reached, t.note", "contact_attempt"),
        ofEnrolments("withdrawals", "t.cause, t.note, t.at", "withdrawal"));
  }
}
