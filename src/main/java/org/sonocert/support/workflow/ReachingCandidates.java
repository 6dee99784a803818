package org.sonocert.support.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Gives;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.support.UnreachedCandidates;
import org.sonocert.support.UnreachedCandidates.Attempt;
import org.sonocert.support.UnreachedCandidates.Outcome;
import org.springframework.stereotype.Component;

/** Takes the form on which a member of staff writes down what they tried to reach a candidate. */
@Component
@Gives("candidateReached")
class ReachingCandidates implements AnswerHandler {
  private final UnreachedCandidates unreached;
  private final ProgrammeClock clock;

  ReachingCandidates(UnreachedCandidates unreached, ProgrammeClock clock) {
    this.unreached = unreached;
    this.clock = clock;
  }

  @Override
  public String formId() {
    return "reach-candidate";
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    EnrolmentId id = submission.enrolment();
    boolean reached = submission.yes("candidateReached");
    Instant now = clock.now();
    Attempt attempt =
        new Attempt(
            Objects.requireNonNull(submission.person()),
            now,
            reached,
            submission.text("contactNote"));
    unreached.tried(
        id,
        unreached.openOf(id).orElseThrow(() -> new Rejected(Rejection.notFound("task"))),
        attempt);
    if (reached) {
      unreached.close(id, Outcome.REACHED, now);
    }
    return Map.of("candidateReached", reached);
  }
}
