package org.sonocert.exceptions.workflow;

import java.util.Map;
import java.util.Objects;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentEnded;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.exceptions.DecidingExceptions;
import org.sonocert.exceptions.ExceptionKind;
import org.sonocert.exceptions.Wish;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** How an exception is asked for: kept and given to a second person, both or none. */
@Service
public class ExceptionProcess {
  private static final String PROCESS = "exception-request";

  private final DecidingExceptions deciding;
  private final Enrolments enrolments;
  private final ProcessSignals signals;
  private final ReleaseView releases;
  private final Collisions collisions;
  private final ProgrammeClock clock;

  ExceptionProcess(
      DecidingExceptions deciding,
      Enrolments enrolments,
      ProcessSignals signals,
      ReleaseView releases,
      Collisions collisions,
      ProgrammeClock clock) {
    this.deciding = deciding;
    this.enrolments = enrolments;
    this.signals = signals;
    this.releases = releases;
    this.collisions = collisions;
    this.clock = clock;
  }

  /**
   * A member of staff asks; the same form sent again asks nothing more.
   *
   * @throws Rejected when no rule allows it, or the window is over
   */
  public void ask(AccountId staff, EnrolmentId id, Wish wish) {
    collisions.retry(
        () -> {
          begin(staff, id, wish);
          return wish;
        });
  }

  /**
   * A candidate asks for an accommodation in their own enrolment, before or after the purchase.
   *
   * @throws Rejected NOT_FOUND when it is another person's, else as {@link #ask}
   */
  public void askForSelf(AccountId candidate, EnrolmentId id, Wish wish) {
    enrolments.ownedBy(candidate, id);
    if (wish.kind() != ExceptionKind.ACCOMMODATION) {
      throw new Rejected(
          Rejection.conflict(
              "not-yours-to-ask", "Please ask for more time by a request for help."));
    }
    collisions.retry(
        () -> {
          deciding.mustBeDecided(id, wish);
          begin(candidate, id, wish);
          return wish;
        });
  }

  /** The same in the running transaction. */
  void begin(AccountId person, EnrolmentId id, Wish wish) {
    if (!deciding.ask(person, id, wish)) {
      return;
    }
    Enrolment enrolment = enrolments.lock(id);
    long own = Objects.requireNonNullElse(enrolment.release(), enrolment.applicationRelease());
    signals.start(
        id,
        releases.holding(PROCESS, own, clock.now()),
        PROCESS,
        Map.of("enrolmentId", id.toString(), "exceptionId", wish.id().toString()));
  }

  /** With the enrolment ends what could still be decided about its window. */
  @EventListener
  void on(EnrolmentEnded ended) {
    deciding.lapse(ended.enrolment());
  }
}
