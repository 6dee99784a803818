package org.sonocert.payment.refund;

import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.Decisions;
import org.sonocert.enrolment.BusinessDays;
import org.sonocert.enrolment.Enrolment;
import org.springframework.stereotype.Service;

/** Asks, for a page, whether a candidate may cancel now; the same table answers the request. */
@Service
public class RefundRight {
  private static final String TABLE = "refund-right";

  private final Decisions decisions;
  private final Refunds refunds;
  private final BusinessDays businessDays;
  private final ProgrammeClock clock;

  RefundRight(
      Decisions decisions, Refunds refunds, BusinessDays businessDays, ProgrammeClock clock) {
    this.decisions = decisions;
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
   * The right under the rules that were bought; empty when nothing was, or when those rules are
   * older than the table.
   */
  public Optional<Right> of(Enrolment enrolment) {
    Long release = enrolment.release();
    if (release == null) {
      return Optional.empty();
    }
    Instant now = clock.now();
    Optional<PaidMoney> money = refunds.paid(enrolment.id());
    try {
      return Optional.of(
          right(
              decisions.evaluate(release, TABLE, RefundFacts.of(enrolment, money, now).named()),
              money,
              now));
    } catch (NoSuchElementException olderRules) {
      return Optional.empty();
    }
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
