package org.sonocert.support.workflow;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Collisions;
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
  private static final int MOST_OPEN = 5;
  private static final int PER_ACCOUNT = 10;
  private static final int PER_NETWORK = 100;

  private final Enrolments enrolments;
  private final SupportRequests requests;
  private final ProcessSignals signals;
  private final ReleaseView releases;
  private final Collisions collisions;
  private final LimitedTries tries;
  private final ProgrammeClock clock;

  AskingForHelp(
      Enrolments enrolments,
      SupportRequests requests,
      ProcessSignals signals,
      ReleaseView releases,
      Collisions collisions,
      LimitedTries tries,
      ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.requests = requests;
    this.signals = signals;
    this.releases = releases;
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
    if (before.stream().filter(SupportRequest::open).count() >= MOST_OPEN) {
      throw new Rejected(
          Rejection.conflict(
              "too-many-open",
              MOST_OPEN
                  + " of your requests are still open. We answer each of them; please wait for the"
                  + " first answer before you ask again."));
    }
    requests.add(id, question, clock.now());
    signals.start(
        id,
        release(enrolment),
        PROCESS,
        Map.of("enrolmentId", id.toString(), "requestId", question.id().toString()));
    return question.id();
  }

  /** What was bought, or is applied under; rules older than the diagram leave nobody unanswered. */
  private long release(Enrolment enrolment) {
    long own = Objects.requireNonNullElse(enrolment.release(), enrolment.applicationRelease());
    try {
      releases.diagram(own, PROCESS);
      return own;
    } catch (NoSuchElementException olderRules) {
      return releases.inForce(clock.now()).number();
    }
  }
}
