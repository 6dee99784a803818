package org.sonocert.payment;

import java.time.Instant;
import java.util.Optional;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Component;

/** Which quotes can be paid now. */
@Component
public class PayableQuotes {
  private final Quotes quotes;
  private final Enrolments enrolments;
  private final ProgrammeClock clock;

  PayableQuotes(Quotes quotes, Enrolments enrolments, ProgrammeClock clock) {
    this.quotes = quotes;
    this.enrolments = enrolments;
    this.clock = clock;
  }

  /**
   * The candidate's own quote to pay, under the enrolment's lock; empty when it is paid already.
   *
   * @throws Rejected when there is none, or the enrolment is somebody else's
   */
  public Optional<Quote> of(AccountId candidate, EnrolmentId id) {
    Enrolment enrolment = enrolments.lock(id);
    if (!enrolment.candidate().equals(candidate)) {
      throw new Rejected(Rejection.notFound("enrolment"));
    }
    if (enrolment.state() == EnrolmentState.ACTIVE) {
      return Optional.empty();
    }
    Instant now = clock.now();
    Optional<Quote> quote = quotes.latest(id).filter(q -> q.validAt(now));
    if (enrolment.state() != EnrolmentState.APPLYING || quote.isEmpty()) {
      throw new Rejected(
          Rejection.conflict(
              "nothing-to-pay",
              "There is no valid quote to pay here. Open your application to see where it stands."));
    }
    return quote;
  }

  /** Whether the attempt's quote can still be paid. */
  boolean inTime(Intent intent) {
    return quotes
        .latest(intent.enrolment())
        .filter(q -> q.id().equals(intent.quote()) && q.validAt(clock.now()))
        .isPresent();
  }
}
