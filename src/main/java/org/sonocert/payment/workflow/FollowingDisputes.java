package org.sonocert.payment.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.DisputeSaid;
import org.sonocert.payment.ProviderBooks;
import org.sonocert.payment.dispute.CardDispute;
import org.sonocert.payment.dispute.CardDisputes;
import org.sonocert.payment.dispute.RecordingDisputes;
import org.springframework.stereotype.Service;

/**
 * Asks card companies for disputes and brings each to its process: one runs beside the enrolment
 * for each dispute until the company has decided, and again when it decides otherwise. What is
 * recorded and what the process learns are one transaction.
 */
@Service
public class FollowingDisputes {
  private static final Logger log = LoggerFactory.getLogger(FollowingDisputes.class);
  private static final String PROCESS = "card-dispute";
  private static final Duration LOOKED_BACK = Duration.ofDays(35);

  private final RecordingDisputes recording;
  private final CardDisputes disputes;
  private final Enrolments enrolments;
  private final ProcessSignals signals;
  private final ReleaseView releases;
  private final Collisions collisions;
  private final ProgrammeClock clock;

  FollowingDisputes(
      RecordingDisputes recording,
      CardDisputes disputes,
      Enrolments enrolments,
      ProcessSignals signals,
      ReleaseView releases,
      Collisions collisions,
      ProgrammeClock clock) {
    this.recording = recording;
    this.disputes = disputes;
    this.enrolments = enrolments;
    this.signals = signals;
    this.releases = releases;
    this.collisions = collisions;
    this.clock = clock;
  }

  /** Asks what became of the disputes of one payment; the company is asked outside transactions. */
  public void follow(ProviderBooks books, String payment) {
    books.disputesOf(payment).forEach(said -> follow(books.provider(), said));
  }

  /**
   * Asks for the disputes of the last weeks and for those of which nothing final was heard. One
   * that cannot be recorded now does not stop the others.
   */
  public void followAll(ProviderBooks books, Instant now) {
    Map<String, DisputeSaid> all = new LinkedHashMap<>();
    books.disputesSince(now.minus(LOOKED_BACK)).forEach(said -> all.put(said.reference(), said));
    for (String payment : disputes.undecided(books.provider())) {
      if (all.values().stream().noneMatch(said -> said.payment().equals(payment))) {
        books.disputesOf(payment).forEach(said -> all.put(said.reference(), said));
      }
    }
    for (DisputeSaid said : all.values()) {
      try {
        follow(books.provider(), said);
      } catch (RuntimeException e) {
        log.warn(
            "Dispute {} of {} is recorded at the next round: {}",
            said.reference(),
            books.provider(),
            e.toString());
      }
    }
  }

  private void follow(String provider, DisputeSaid said) {
    collisions.retry(
        () -> {
          RecordingDisputes.Recorded recorded = recording.record(provider, said);
          EnrolmentId enrolment = recorded.dispute().enrolment();
          if (recorded.changed() && enrolment != null) {
            tell(enrolment, recorded.dispute());
          }
          return recorded;
        });
  }

  private void tell(EnrolmentId id, CardDispute dispute) {
    if (dispute.followed()) {
      signals.signal(id, "Message_DisputeChanged", Map.of());
      return;
    }
    Enrolment enrolment = enrolments.lock(id);
    Long bought = enrolment.release();
    disputes.followed(dispute, true);
    signals.start(
        id,
        releases.holding(
            PROCESS, bought == null ? enrolment.applicationRelease() : bought, clock.now()),
        PROCESS,
        Map.of("enrolmentId", id.toString(), "disputeId", dispute.id().toString()));
  }
}
