package org.sonocert.payment.dispute;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.payment.DisputeSaid;
import org.sonocert.payment.DisputeSaid.Phase;
import org.sonocert.payment.Money;

/**
 * A dispute as we keep it.
 *
 * @param reference the company's id of the dispute
 * @param payment the company's id of the payment
 * @param enrolment null when the payment is none of ours, as is {@code intent}
 * @param openedAt when the company opened it
 * @param answerBy until when the company takes evidence, null when it says none
 * @param feeCents what the company charges us for it
 * @param decidedAt when we heard the decision, programme time; null until then
 * @param followed whether its process runs
 * @param answer what staff have done, null until they say so
 */
public record CardDispute(
    UUID id,
    String provider,
    String reference,
    String payment,
    @Nullable EnrolmentId enrolment,
    @Nullable UUID intent,
    Money amount,
    String reason,
    @Nullable String page,
    Instant openedAt,
    @Nullable Instant answerBy,
    Phase phase,
    long feeCents,
    @Nullable Instant decidedAt,
    boolean followed,
    @Nullable Answer answer) {

  /** What staff have done about it, in the company's own pages. */
  public record Answer(Kind kind, @Nullable String note, Instant at) {}

  /** How staff answered. */
  public enum Kind {
    EVIDENCE_SENT("evidence-sent"),
    ACCEPTED("accepted");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word of the form, the database and pages. */
    public String word() {
      return word;
    }

    /** Reads {@link #word()}. */
    public static Kind of(String word) {
      return word.equals(ACCEPTED.word) ? ACCEPTED : EVIDENCE_SENT;
    }
  }

  /** Whether the company says something else than we keep. */
  boolean differsFrom(DisputeSaid said) {
    return phase != said.phase()
        || feeCents != said.feeCents()
        || !amount.equals(said.amount())
        || !reason.equals(said.reason())
        || !Objects.equals(page, said.page())
        || !Objects.equals(answerBy, said.answerBy());
  }

  /** The company's word for the reason, as people write. */
  public String reasonInWords() {
    return reason.replace('_', ' ');
  }

  /**
   * The enrolment that the payment belongs to.
   *
   * @throws IllegalStateException when the payment is none of ours
   */
  public EnrolmentId ofEnrolment() {
    if (enrolment == null) {
      throw new IllegalStateException("Dispute " + reference + " is about no enrolment");
    }
    return enrolment;
  }
}
