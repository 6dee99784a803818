package org.sonocert.payment.refund;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.Decisions;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.BusinessDays;
import org.sonocert.enrolment.Enrolment;
import org.springframework.stereotype.Service;

/** Asks, for a page, whether a candidate may cancel now; the same table answers the request. */
@Service
public class RefundRight {
  private static final String PROCESS = "refund";
  private static final String TABLE = "refund-right";

  private final Decisions decisions;
  private final ReleaseView releases;
  private final Refunds refunds;
  private final BusinessDays businessDays;
  private final ProgrammeClock clock;

  RefundRight(
      Decisions decisions,
      ReleaseView releases,
      Refunds refunds,
      BusinessDays businessDays,
      ProgrammeClock clock) {
    this.decisions = decisions;
    this.releases = releases;
    this.refunds = refunds;
    this.businessDays = businessDays;
    this.clock = clock;
  }

  /**
   * The right as it stands at this instant.
   *
   * @param reason in words, from the table
   * @param money what would go back, null when nothing would
   * @param dueAt by when, null when nothing would
   */
  public record Right(
      boolean granted, String reason, @Nullable PaidMoney money, @Nullable Instant dueAt) {}

  /**
   * The right under the rules that were bought, or under those in force when the bought ones are
   * older than the refund; empty when nothing was bought.
   */
  public Optional<Right> of(Enrolment enrolment) {
    Long bought = enrolment.release();
    if (bought == null) {
      return Optional.empty();
    }
    Instant now = clock.now();
    Optional<PaidMoney> money = refunds.paid(enrolment.id());
    Map<String, Object> answer =
        decisions.evaluate(
            releases.holding(PROCESS, bought, now),
            TABLE,
            RefundFacts.of(enrolment, money, now).named());
    return Optional.of(right(answer, money, now));
  }

  private Right right(Map<String, Object> answer, Optional<PaidMoney> money, Instant now) {
    boolean granted = Boolean.TRUE.equals(answer.get("refundGranted"));
    int days = ((Number) answer.getOrDefault("returnWithinDays", 0)).intValue();
    boolean back = granted && money.isPresent();
    return new Right(
        granted,
        String.valueOf(answer.get("reason")),
        back ? money.get() : null,
        back ? businessDays.after(now, days) : null);
  }
}
