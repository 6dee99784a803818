package org.sonocert.support.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentEnded;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.MailboxAnswers;
import org.sonocert.identity.NoMailboxAnswers;
import org.sonocert.support.UnreachedCandidates;
import org.sonocert.support.UnreachedCandidates.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives staff the task to reach a candidate whom no mail reaches while a window runs: one task for
 * a person, about the enrolment that ends first.
 */
@Component
class LookingForCandidates {
  private static final String PROCESS = "unreached-candidate";

  private final UnreachedCandidates unreached;
  private final Enrolments enrolments;
  private final ProcessSignals signals;
  private final ReleaseView releases;
  private final ProgrammeClock clock;

  LookingForCandidates(
      UnreachedCandidates unreached,
      Enrolments enrolments,
      ProcessSignals signals,
      ReleaseView releases,
      ProgrammeClock clock) {
    this.unreached = unreached;
    this.enrolments = enrolments;
    this.signals = signals;
    this.releases = releases;
    this.clock = clock;
  }

  @EventListener
  void on(NoMailboxAnswers event) {
    enrolments.of(event.account()).stream()
        .filter(one -> one.state() == EnrolmentState.ACTIVE && !one.silent())
        .min(Comparator.comparing(Enrolment::windowEnd))
        .ifPresent(one -> look(one.id()));
  }

  private void look(EnrolmentId id) {
    Enrolment enrolment = enrolments.lock(id);
    Instant now = clock.now();
    if (enrolment.state() != EnrolmentState.ACTIVE || !unreached.open(id, now)) {
      return;
    }
    long own = Objects.requireNonNullElse(enrolment.release(), enrolment.applicationRelease());
    signals.start(
        id, releases.holding(PROCESS, own, now), PROCESS, Map.of("enrolmentId", id.toString()));
  }

  @EventListener
  void on(MailboxAnswers event) {
    enrolments.of(event.account()).stream()
        .map(Enrolment::id)
        .filter(id -> unreached.openOf(id).isPresent())
        .forEach(
            id -> {
              enrolments.lock(id);
              noLonger(id, Outcome.MAILBOX_ANSWERS);
            });
  }

  @EventListener
  void on(EnrolmentEnded ended) {
    noLonger(ended.enrolment(), Outcome.ENROLMENT_OVER);
  }

  private void noLonger(EnrolmentId id, Outcome outcome) {
    if (unreached.close(id, outcome, clock.now())) {
      signals.signal(id, "Message_NobodyToReach", Map.of());
    }
  }
}
