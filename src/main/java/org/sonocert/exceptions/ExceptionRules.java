package org.sonocert.exceptions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Decisions;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Moments;
import org.springframework.stereotype.Component;

/** What an exception must keep to, when it is asked for and again when it is granted. */
@Component
class ExceptionRules {
  private static final String TABLE = "exception-limits";

  private final Decisions decisions;
  private final ReleaseView releases;
  private final ProgrammeClock clock;

  ExceptionRules(Decisions decisions, ReleaseView releases, ProgrammeClock clock) {
    this.decisions = decisions;
    this.releases = releases;
    this.clock = clock;
  }

  /**
   * The name of the rule that allows it.
   *
   * @param before the exceptions of the same enrolment
   * @throws Rejected GONE when there is no window any more, CONFLICT when the table does not allow
   *     so many days, the kind needs a window, or the same time is given back twice
   */
  String allowing(Enrolment enrolment, Wish wish, List<WindowException> before) {
    mustHaveWindow(enrolment, wish);
    List<WindowException> granted =
        before.stream().filter(one -> granted(one) && !one.wish().id().equals(wish.id())).toList();
    mustNotOverlap(wish, granted);
    Duration together =
        granted.stream()
            .filter(one -> one.wish().kind() == wish.kind())
            .map(one -> one.wish().added())
            .reduce(wish.added(), Duration::plus);
    Map<String, Object> row =
        decisions.evaluate(
            releases.inForce(clock.now()).number(),
            TABLE,
            Map.of("exceptionKind", wish.kind().word(), "daysTogether", Wish.wholeDays(together)));
    if (!Boolean.TRUE.equals(row.get("allowed"))) {
      throw refused("too-many-days", String.valueOf(row.get("reason")));
    }
    return String.valueOf(row.get("rule"));
  }

  private void mustHaveWindow(Enrolment enrolment, Wish wish) {
    Instant now = clock.now();
    Instant end = enrolment.windowEndsAt();
    if (enrolment.state() == EnrolmentState.APPLYING) {
      if (wish.kind() != ExceptionKind.ACCOMMODATION) {
        throw refused("no-window-yet", "Before the purchase only an accommodation can be added.");
      }
    } else if (!enrolment.windowOpenAt(now)) {
      throw new Rejected(
          Rejection.gone(
              "window-over",
              "The window of this enrolment is over"
                  + (end == null || end.isAfter(now) ? "" : " since " + Moments.inWords(end))
                  + ", so no days can be added to it any more."));
    }
    Instant from = wish.heldFrom();
    Instant until = wish.heldUntil();
    Instant bought = enrolment.purchasedAt();
    if (from != null
        && until != null
        && (until.isAfter(now) || bought == null || from.isBefore(bought))) {
      throw refused("held-outside", "Only time between the purchase and now can be given back.");
    }
  }

  private static void mustNotOverlap(Wish wish, List<WindowException> granted) {
    boolean twice =
        granted.stream().anyMatch(one -> overlap(one.wish(), wish.heldFrom(), wish.heldUntil()));
    if (twice) {
      throw refused("held-twice", "A part of this time was given back before.");
    }
  }

  private static boolean overlap(Wish one, @Nullable Instant from, @Nullable Instant until) {
    Instant since = one.heldFrom();
    Instant to = one.heldUntil();
    return from != null
        && until != null
        && since != null
        && to != null
        && since.isBefore(until)
        && from.isBefore(to);
  }

  private static boolean granted(WindowException one) {
    WindowException.Decision decision = one.decision();
    return decision != null && decision.outcome() == WindowException.Outcome.GRANTED;
  }

  private static Rejected refused(String code, String reason) {
    return new Rejected(Rejection.conflict(code, reason));
  }
}
