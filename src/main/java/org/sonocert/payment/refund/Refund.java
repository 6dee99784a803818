package org.sonocert.payment.refund;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/**
 * The answer to a candidate who asked to cancel.
 *
 * @param reason in words, from the table that decided
 * @param release policy release whose table decided
 * @param returned what goes back, null when nothing does
 */
public record Refund(
    EnrolmentId enrolment,
    Instant requestedAt,
    boolean granted,
    String reason,
    long release,
    @Nullable Return returned) {

  /**
   * Money on its way back.
   *
   * @param paid what was paid and goes back in full
   * @param dueAt by when it is promised
   * @param byHandSince from when on a person pays it back, null while the provider does
   * @param at when it was returned, null until then
   */
  public record Return(
      PaidMoney paid, Instant dueAt, @Nullable Instant byHandSince, @Nullable Instant at) {

    /** For example {@code USD 150.00}. */
    public String amount(Locale locale) {
      return paid.amount().inWords(locale);
    }

    /** For example {@code card ending in 4242}. */
    public String instrument() {
      return paid.instrument();
    }
  }
}
