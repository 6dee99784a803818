package org.sonocert.support.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.Decisions;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.LimitedTries;
import org.sonocert.identity.LimitedTries.Limit;
import org.sonocert.support.Question;
import org.sonocert.support.SupportRequest;
import org.sonocert.support.SupportRequests;
import org.springframework.stereotype.Service;

/**
 * Takes a candidate's question about an enrolment, also about one that has ended, and starts the
 * process that answers it.
 */
@Service
public class AskingForHelp {
  private static final String PROCESS = "support-request";
  private static final String LIMITS = "support-limits";
  private static final int PER_ACCOUNT = 10;
  private static final int PER_NETWORK = 100;

  private final Enrolments enrolments;
  private final SupportRequests requests;
  private final ProcessSignals signals;
  private final ReleaseView releases;
  private final Decisions decisions;
  private final Collisions collisions;
  private final LimitedTries tries;
  private final ProgrammeClock clock;

  AskingForHelp(
      Enrolments enrolments,
      SupportRequests requests,
      ProcessSignals signals,
      ReleaseView releases,
      Decisions decisions,
      Collisions collisions,
      LimitedTries tries,
      ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.requests = requests;
    this.signals = signals;
    this.releases = releases;
    this.decisions = decisions;
    this.collisions = collisions;
    this.tries = tries;
    this.clock = clock;
  }

  /**
   * Asks about the candidate's own enrolment; the same question sent again is the same request.
   *
   * @throws Rejected NOT_FOUND when the enrolment is another person's, CONFLICT when too many
   *     requests are open, TOO_MANY when it was asked too often in a short time
   */
  public UUID ask(AccountId candidate, EnrolmentId id, Question question, String network) {
    tries.take(
        new Limit("support:" + candidate, PER_ACCOUNT),
        new Limit("support-from:" + network, PER_NETWORK));
    return collisions.retry(() -> open(candidate, id, question));
  }

  private UUID open(AccountId candidate, EnrolmentId id, Question question) {
    Enrolment enrolment = enrolments.lock(id);
    if (!enrolment.candidate().equals(candidate)) {
      throw new Rejected(Rejection.notFound("enrolment"));
    }
    List<SupportRequest> before = requests.of(id);
    if (before.stream().anyMatch(request -> request.id().equals(question.id()))) {
      return question.id();
    }
    mustBeTaken(before.stream().filter(SupportRequest::open).count());
    requests.add(id, question, clock.now());
    signals.start(
        id,
        releases.holding(PROCESS, own(enrolment), clock.now()),
        PROCESS,
        Map.of("enrolmentId", id.toString(), "requestId", question.id().toString()));
    return question.id();
  }

  private void mustBeTaken(long open) {
    Map<String, Object> row =
        decisions.evaluate(
            releases.inForce(clock.now()).number(), LIMITS, Map.of("openRequests", (int) open));
    if (!Boolean.TRUE.equals(row.get("taken"))) {
      throw new Rejected(Rejection.conflict("too-many-open", String.valueOf(row.get("reason"))));
    }
  }

  /** What was bought, or is applied under. */
  private static long own(Enrolment enrolment) {
    return Objects.requireNonNullElse(enrolment.release(), enrolment.applicationRelease());
  }
}
