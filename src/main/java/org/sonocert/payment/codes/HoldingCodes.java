package org.sonocert.payment.codes;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.BookingCodes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one enrolment does with its code, each under the enrolment's lock and noted in its leaf. */
@Service
public class HoldingCodes {
  private final EnrollmentCodes codes;
  private final FindingCodes finding;
  private final CodeRows rows;
  private final BookingCodes booking;
  private final Enrolments enrolments;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  HoldingCodes(
      EnrollmentCodes codes,
      FindingCodes finding,
      CodeRows rows,
      BookingCodes booking,
      Enrolments enrolments,
      AuditTrail audit,
      ProgrammeClock clock) {
    this.codes = codes;
    this.finding = finding;
    this.rows = rows;
    this.booking = booking;
    this.enrolments = enrolments;
    this.audit = audit;
    this.clock = clock;
  }

  /** The code that the enrolment has reserved or was paid with. */
  public Optional<Held> of(EnrolmentId enrolment) {
    return rows.of(enrolment)
        .map(h -> new Held(h.id(), h.ending(), h.payer(), h.used(), h.consented()));
  }

  /**
   * A code that an enrolment holds.
   *
   * @param used it paid; else it is only reserved
   * @param consented whether the payer may see name and award
   */
  public record Held(UUID code, String ending, String payer, boolean used, boolean consented) {}

  /** The code that somebody entered, beside that person's newest enrolment in its product. */
  public Optional<FoundCode> find(String signs, AccountId candidate) {
    return finding.find(CodeSigns.hash(signs), candidate);
  }

  /**
   * Uses the code for a locked enrolment and books it as the payment of its quote; false when no
   * quote can be paid, or somebody was faster.
   */
  public boolean use(UUID code, String ending, EnrolmentId id, boolean consent) {
    Instant now = clock.now();
    Optional<EnrollmentCodes.Used> used = codes.use(code, id, now, consent ? now : null);
    used.ifPresent(
        u -> {
          note(id, "code-used", Map.of("code", code.toString(), "ending", ending));
          booking.book(u.quote(), code, u.payer());
        });
    return used.isPresent();
  }

  /** Reserves the code for a locked application; false when somebody was faster. */
  public boolean reserve(FoundCode code, EnrolmentId id, boolean consent) {
    Instant now = clock.now();
    boolean reserved = codes.reserve(code.id(), id, now, consent ? now : null);
    if (reserved) {
      note(id, "code-reserved", Map.of("code", code.id().toString(), "ending", code.ending()));
    }
    return reserved;
  }

  /** Gives back what an enrolment has reserved, if anything. */
  @Transactional
  public boolean release(EnrolmentId id, String reason) {
    enrolments.lock(id);
    Optional<String> released = codes.release(id);
    released.ifPresent(
        ending -> note(id, "code-released", Map.of("ending", ending, "reason", reason)));
    return released.isPresent();
  }

  /**
   * The candidate gives the own reserved code back.
   *
   * @throws Rejected CONFLICT when there is none
   */
  @Transactional
  public void giveUp(AccountId candidate, EnrolmentId id) {
    enrolments.ownedBy(candidate, id);
    if (!release(id, "given back by the candidate")) {
      throw new Rejected(
          Rejection.conflict("no-code-reserved", "No enrollment code is reserved here any more."));
    }
  }

  /**
   * The candidate says whether the payer may see name and award.
   *
   * @throws Rejected CONFLICT when the enrolment has nothing to do with a code
   */
  @Transactional
  public void consent(AccountId candidate, EnrolmentId id, boolean granted) {
    enrolments.ownedBy(candidate, id);
    Enrolment enrolment = enrolments.lock(id);
    @Nullable Instant consented = granted ? clock.now() : null;
    if (enrolment.state() == EnrolmentState.CANCELLED || !codes.consent(id, consented)) {
      throw new Rejected(Rejection.conflict("no-code", "No enrollment code was used here."));
    }
    note(id, granted ? "code-consent-given" : "code-consent-withdrawn", Map.of());
  }

  private void note(EnrolmentId id, String type, Map<String, ?> data) {
    audit.note(id, new Change(type, data));
  }
}
