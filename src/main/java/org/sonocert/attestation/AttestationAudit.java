package org.sonocert.attestation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/**
 * An audit of attested cases.
 *
 * @param answerBy last instant for the log
 * @param log what the candidate sent; null before that
 * @param result null while it is open
 */
public record AttestationAudit(
    EnrolmentId enrolment,
    Instant askedAt,
    Instant answerBy,
    @Nullable SentLog log,
    @Nullable Result result) {

  /** A log as it was sent. */
  public record SentLog(int cases, String body, Instant sentAt) {}

  /** What came of it, in words for the candidate. */
  public record Result(Outcome outcome, String reason, Instant decidedAt) {}

  /** How an audit ends (product rules, 2). */
  public enum Outcome {
    CONFIRMED,
    REFUTED,
    UNANSWERED,
    /** The enrolment ended otherwise before. */
    LAPSED;

    /** The word as the database and the keys of texts have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
