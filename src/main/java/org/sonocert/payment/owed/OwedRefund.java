package org.sonocert.payment.owed;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.payment.Money;

/**
 * Money that the programme owes somebody.
 *
 * @param enrolment that was paid with it, null when nobody knows what it paid
 * @param intent our attempt, null when there is none
 * @param provider where the money lies; {@code bank} and {@code invoice} are paid back by hand
 * @param instrument how it came, for people
 * @param approved null until another manager has decided
 * @param orderedById null when a rule of the programme owes it
 * @param orderedBy name of who ordered it, or the rule
 * @param lastSaid what came of the last time its provider was told, null before
 */
public record OwedRefund(
    UUID id,
    @Nullable EnrolmentId enrolment,
    @Nullable UUID intent,
    String provider,
    String reference,
    String instrument,
    Money amount,
    Reason reason,
    String note,
    String payerEmail,
    @Nullable UUID orderedById,
    String orderedBy,
    Instant orderedAt,
    @Nullable Boolean approved,
    @Nullable Instant givenBackAt,
    @Nullable String lastSaid) {

  /** Why the programme owes it. */
  public enum Reason {
    DOUBLE_PAYMENT,
    UNMATCHED_PAYMENT,
    NEVER_OPENED,
    PRODUCT_CLOSED,
    APPEAL_UPHELD,
    /** An audit ended it before the assessment was started. */
    INELIGIBLE;

    /** Kebab-case, as forms and the database have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Reason of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** Whether another manager has still to decide. */
  public boolean undecided() {
    return approved == null;
  }

  /** Whether a person pays it back, because it came by bank. */
  public boolean byHand() {
    return provider.equals("bank") || provider.equals("invoice");
  }
}
