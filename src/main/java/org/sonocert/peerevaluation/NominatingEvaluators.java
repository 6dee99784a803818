package org.sonocert.peerevaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Decisions;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the names that a candidate gives, or says why one cannot be taken. */
@Service
public class NominatingEvaluators {
  private static final String LIMIT = "open-invitations";

  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Nominations nominations;
  private final NeverContact neverContact;
  private final Decisions decisions;
  private final ProgrammeClock clock;
  private final ApplicationEventPublisher events;

  NominatingEvaluators(
      Enrolments enrolments,
      Accounts accounts,
      Nominations nominations,
      NeverContact neverContact,
      Decisions decisions,
      ProgrammeClock clock,
      ApplicationEventPublisher events) {
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.nominations = nominations;
    this.neverContact = neverContact;
    this.decisions = decisions;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Stores the nominees, all or none.
   *
   * @throws Rejected with the reason when one of them cannot be named
   */
  @Transactional
  public List<NomineeId> name(EnrolmentId id, long release, List<Nominee> named) {
    Enrolment enrolment = enrolments.lock(id);
    Instant now = clock.now();
    requireOpenWindow(enrolment, now);
    Account candidate = accounts.get(enrolment.candidate());
    List<Nomination> earlier = nominations.of(id);
    new NominationRules(candidate.name(), mailboxes(candidate), earlier)
        .refuse(named)
        .ifPresent(NominatingEvaluators::refuse);
    refuseUnwilling(named);
    requireRoom(release, earlier, named.size());
    List<Nomination> fresh = named.stream().map(n -> fresh(enrolment, candidate, n, now)).toList();
    nominations.add(fresh);
    fresh.forEach(one -> events.publishEvent(new EvaluatorNominated(id, one.id())));
    return fresh.stream().map(Nomination::id).toList();
  }

  private static Nomination fresh(
      Enrolment enrolment, Account candidate, Nominee who, Instant now) {
    return new Nomination(
        NomineeId.create(),
        enrolment.id(),
        who,
        candidate.locale(),
        NominationState.NAMED,
        now,
        null,
        null,
        null);
  }

  private void requireRoom(long release, List<Nomination> earlier, int more) {
    long open = earlier.stream().filter(n -> n.state().open()).count() + more;
    Map<String, Object> answer =
        decisions.evaluate(release, LIMIT, Map.of("openInvitations", (int) open));
    if (!Boolean.TRUE.equals(answer.get("allowed"))) {
      refuse(Rejection.conflict("too-many-invitations", String.valueOf(answer.get("reason"))));
    }
  }

  private Set<Mailbox> mailboxes(Account candidate) {
    return accounts.addresses(candidate.id()).stream().map(Mailbox::of).collect(Collectors.toSet());
  }

  private void refuseUnwilling(List<Nominee> named) {
    List<Mailbox> unwilling = neverContact.among(named.stream().map(Nominee::mailbox).toList());
    named.stream()
        .filter(one -> unwilling.contains(one.mailbox()))
        .findFirst()
        .ifPresent(
            one ->
                refuse(
                    Rejection.conflict(
                        "nominee-not-to-be-asked",
                        "We cannot write to " + one.name() + ". Please name somebody else.")));
  }

  static void requireOpenWindow(Enrolment enrolment, Instant now) {
    if (!enrolment.windowOpenAt(now)) {
      refuse(
          Rejection.gone("window-ended", "The window has ended, so nothing more can be sent in."));
    }
  }

  private static void refuse(Rejection why) {
    throw new Rejected(why);
  }
}
