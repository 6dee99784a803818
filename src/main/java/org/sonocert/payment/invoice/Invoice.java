package org.sonocert.payment.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.payment.Money;

/**
 * An invoice.
 *
 * @param number as people read it, for example {@code SC-000042}
 * @param dueAt the last instant of the last day on which it can be paid
 * @param reference of the money that paid it, null until then
 * @param reason why it was cancelled, null otherwise
 */
public record Invoice(
    UUID id,
    String number,
    EnrolmentId enrolment,
    UUID intent,
    Money amount,
    Instant issuedAt,
    Instant dueAt,
    State state,
    @Nullable String reference,
    @Nullable LocalDate paidOn,
    @Nullable String reason) {

  /** Where it stands. */
  public enum State {
    OPEN,
    PAID,
    CANCELLED;

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether it waits to be paid. */
  public boolean open() {
    return state == State.OPEN;
  }

  /** Whether its last day is over. */
  public boolean overdue(Instant now) {
    return open() && now.isAfter(dueAt);
  }
}
