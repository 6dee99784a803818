package org.sonocert.assessment;

import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remembers where in the media a candidate is: often, in one statement, and as no fact. */
@Service
public class RememberingPositions {
  private static final double LONGEST = 86_400;

  private final Sittings sittings;
  private final ProgrammeClock clock;

  RememberingPositions(Sittings sittings, ProgrammeClock clock) {
    this.sittings = sittings;
    this.clock = clock;
  }

  /**
   * Remembers the position; the last one counts.
   *
   * @throws Rejected NOT_FOUND when the candidate has no running sitting there, INVALID for a
   *     position that no medium has
   */
  @Transactional
  public void remember(AccountId candidate, EnrolmentId enrolment, Sitting.Position at) {
    boolean possible = at.stage() >= 0 && at.second() >= 0 && at.second() <= LONGEST;
    if (!possible) {
      throw new Rejected(Rejection.invalid("no-position", "That is no position in a recording."));
    }
    if (!sittings.remember(candidate, enrolment, at, clock.now())) {
      throw new Rejected(Rejection.notFound("sitting"));
    }
  }
}
