package org.sonocert.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a charge when it is asked; its word counts, not the order of its
 * messages.
 *
 * @param amount what was taken, or would be
 * @param instrument how it was paid, for people: {@code card ending in 4242}; empty while waiting
 * @param declineReason why the last try failed, in words; null when it did not
 * @param paidAt when the money was taken, programme time; null when that is not known
 */
public record Charge(
    State state,
    Money amount,
    String instrument,
    @Nullable String declineReason,
    @Nullable Instant paidAt) {

  /** One of which nobody knows when its money was taken; the instant of asking counts. */
  public Charge(State state, Money amount, String instrument, @Nullable String declineReason) {
    this(state, amount, instrument, declineReason, null);
  }

  /** Where the money is. */
  public enum State {
    /** The payer has not paid yet. */
    WAITING,
    /** The last try was declined; the payer may try again. */
    DECLINED,
    /** The money was taken. */
    SUCCEEDED,
    /** The money was taken and given back. */
    GIVEN_BACK,
    /** Closed before anything was paid. */
    CANCELLED
  }
}
