package org.sonocert.enrolment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;

/**
 * One person in one product.
 *
 * @param product code of the catalogue, for example {@code LNG}
 * @param applicationRelease policy release under which the application runs
 * @param release policy release that was bought; null until purchase, never changes but by
 *     migration
 * @param purchasedAt programme time of the purchase, null until then
 * @param windowEndsAt the stored end of the window, null until purchase
 * @param startedAt when the first item or scenario medium was presented; ends the refund right
 * @param silent whether nothing is mailed to the candidate any more, since their death was reported
 */
public record Enrolment(
    EnrolmentId id,
    AccountId candidate,
    String product,
    EnrolmentState state,
    Instant openedAt,
    long applicationRelease,
    @Nullable Long release,
    @Nullable Instant purchasedAt,
    @Nullable Instant windowEndsAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    boolean silent) {

  /** Whether a person's work still counts at the instant: active and the window not over. */
  public boolean windowOpenAt(Instant now) {
    return state == EnrolmentState.ACTIVE && windowEndsAt != null && !now.isAfter(windowEndsAt);
  }

  /**
   * Whether its end is one after which the person waits before buying again. Who withdraws after
   * the start has seen the cases and waits as after a result, or withdrawing would be a way around
   * the wait; who withdraws before it has seen nothing (docs/decisions/0013). The same holds when
   * the payment was reversed (docs/decisions/0015).
   */
  public boolean waitedAfter() {
    return state == EnrolmentState.UNSUCCESSFUL
        || state == EnrolmentState.WINDOW_ENDED
        || (startedAt != null
            && (state == EnrolmentState.WITHDRAWN
                || state == EnrolmentState.PAYMENT_REVERSED
                || state == EnrolmentState.INELIGIBLE));
  }

  /**
   * The stored end of the window of an enrolment that was bought.
   *
   * @throws IllegalStateException when it was not bought yet
   */
  public Instant windowEnd() {
    if (windowEndsAt == null) {
      throw new IllegalStateException("Enrolment " + id + " has no window");
    }
    return windowEndsAt;
  }
}
