package org.sonocert.peerevaluation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.identity.CurrentActor;
import org.sonocert.peerevaluation.NomineeId;

/**
 * What a right code opens: this one evaluation, for a few hours, in this browser. No account.
 *
 * @param openedAt machine time
 */
record EvaluatorSession(UUID nominee, Instant openedAt) implements Serializable {
  private static final String ATTRIBUTE = EvaluatorSession.class.getName();
  private static final Duration LONGEST = Duration.ofHours(4);

  /** Opens it under a new session id, so that a planted one is worth nothing. */
  static void open(HttpServletRequest request, NomineeId nominee, Instant now) {
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    session.setAttribute(ATTRIBUTE, new EvaluatorSession(nominee.value(), now));
  }

  /** Whatever this request changes, it is this evaluator who changed it. */
  static void act(HttpServletRequest request, NomineeId nominee) {
    request.setAttribute(CurrentActor.GUEST, "evaluator:" + nominee);
  }

  static Optional<EvaluatorSession> of(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(ATTRIBUTE) instanceof EvaluatorSession own
            && own.openedAt.plus(LONGEST).isAfter(now)
        ? Optional.of(own)
        : Optional.empty();
  }

  static void close(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }

  NomineeId id() {
    return new NomineeId(nominee);
  }
}
