package org.sonocert.peerevaluation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.peerevaluation.EvaluatorStatus.Stage;
import org.springframework.stereotype.Component;

/** The candidate's view of their evaluators, in one statement. */
@Component
public class Evaluators {
  private static final int NEEDED = 2;

  private final Nominations nominations;
  private final ProgrammeClock clock;

  Evaluators(Nominations nominations, ProgrammeClock clock) {
    this.nominations = nominations;
    this.clock = clock;
  }

  /** Everybody who was named, in the order of naming. */
  public List<EvaluatorStatus> of(Enrolment enrolment) {
    return read(nominations.of(enrolment.id()), enrolment.windowOpenAt(clock.now()));
  }

  static List<EvaluatorStatus> read(List<Nomination> all, boolean windowOpen) {
    long complete = all.stream().filter(n -> n.state() == NominationState.SUBMITTED).count();
    long open = all.stream().filter(n -> n.state().open()).count();
    Set<NomineeId> vacant =
        all.stream()
            .filter(n -> windowOpen && n.state().stoodDown())
            .sorted(Comparator.comparing(Nomination::endedAt, Comparator.reverseOrder()))
            .limit(Math.max(0, NEEDED - complete - open))
            .map(Nomination::id)
            .collect(Collectors.toSet());
    return all.stream()
        .map(n -> status(n, complete >= NEEDED, windowOpen, vacant.contains(n.id())))
        .toList();
  }

  private static EvaluatorStatus status(
      Nomination one, boolean enough, boolean windowOpen, boolean needsNewName) {
    boolean overtaken = one.state().open() || one.state() == NominationState.RELEASED;
    Stage stage = enough && overtaken ? Stage.NOT_NEEDED : stage(one);
    boolean asked =
        one.state() == NominationState.INVITED || one.state() == NominationState.RETURNED;
    return new EvaluatorStatus(
        one.id(),
        one.nominee().name(),
        one.nominee().email(),
        stage,
        since(one),
        windowOpen && asked && !enough,
        needsNewName);
  }

  private static Stage stage(Nomination one) {
    return switch (one.state()) {
      case NAMED -> Stage.BEING_SENT;
      case INVITED -> one.openedAt() == null ? Stage.SENT : Stage.OPENED;
      case RETURNED -> Stage.NEEDS_COMPLETING;
      case SUBMITTED -> Stage.COMPLETE;
      case DECLINED -> Stage.DECLINED;
      case REPLACED -> Stage.REPLACED;
      case BOUNCED -> Stage.BOUNCED;
      case RELEASED -> Stage.RELEASED;
    };
  }

  private static Instant since(Nomination one) {
    Instant ended = one.endedAt();
    Instant opened = one.openedAt();
    Instant invited = one.invitedAt();
    if (ended != null) {
      return ended;
    }
    if (opened != null) {
      return opened;
    }
    return invited != null ? invited : one.namedAt();
  }
}
