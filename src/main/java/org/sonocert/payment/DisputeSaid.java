package org.sonocert.payment;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a card company says of a dispute when it is asked; its word counts, not the order of its
 * messages.
 *
 * @param reference the company's id of the dispute
 * @param payment the company's id of the payment
 * @param intent our attempt, null when the company knows none of ours
 * @param withheld whether the company keeps the amount from us, or has kept it
 * @param reason why the holder of the card disputes, in the company's word
 * @param answerBy until when it takes evidence, null when it says none
 * @param feeCents what the company charges us for it
 * @param page where staff answer it, null when there is no page
 */
public record DisputeSaid(
    String reference,
    String payment,
    @Nullable UUID intent,
    Money amount,
    Phase phase,
    boolean withheld,
    String reason,
    Instant openedAt,
    @Nullable Instant answerBy,
    long feeCents,
    @Nullable String page) {

  /** How far it is, as the programme sees it. */
  public enum Phase {
    /** The company asks; no money is withheld yet. */
    INQUIRY,
    /** The money is withheld until it is decided. */
    OPEN,
    /** The money is ours. */
    WON,
    /** The money went back to the holder of the card. */
    LOST;

    /** The word in the database and on pages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}. */
    public static Phase of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the company has decided. */
    public boolean decided() {
      return this == WON || this == LOST;
    }
  }
}
