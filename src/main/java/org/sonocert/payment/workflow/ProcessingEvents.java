package org.sonocert.payment.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.WorkingSoon;
import org.sonocert.engine.clock.Housekeeping;
import org.sonocert.engine.clock.JobSwitch;
import org.sonocert.payment.Intent;
import org.sonocert.payment.PaymentAttempts;
import org.sonocert.payment.ProviderBooks;
import org.sonocert.payment.events.EventCame;
import org.sonocert.payment.events.EventReader;
import org.sonocert.payment.events.ProviderEvents;
import org.sonocert.payment.events.ProviderEvents.Event;
import org.sonocert.payment.ledger.Mismatches;
import org.sonocert.payment.ledger.Mismatches.Difference;
import org.sonocert.payment.ledger.Mismatches.Reason;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Works off what card companies tell, within a second and never in the request that brings it. An
 * event only says where to look; the state is asked of the company, so that order means nothing.
 */
@Component
class ProcessingEvents extends WorkingSoon implements JobSwitch, Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(ProcessingEvents.class);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST_AT_ONCE = 500;

  private final ProviderEvents events;
  private final ObjectProvider<EventReader> readers;
  private final PaymentAttempts attempts;
  private final SettlingPayments settling;
  private final Mismatches mismatches;
  private final ObjectProvider<ProviderBooks> books;
  private final FollowingDisputes following;

  ProcessingEvents(
      ProviderEvents events,
      ObjectProvider<EventReader> readers,
      PaymentAttempts attempts,
      SettlingPayments settling,
      Mismatches mismatches,
      ObjectProvider<ProviderBooks> books,
      FollowingDisputes following,
      @Value("${sonocert.jobs:true}") boolean runJobs) {
    super("provider-events", LONGEST, runJobs);
    this.events = events;
    this.readers = readers;
    this.attempts = attempts;
    this.settling = settling;
    this.mismatches = mismatches;
    this.books = books;
    this.following = following;
  }

  @EventListener
  void on(EventCame told) {
    soonAfterCommit();
  }

  @Override
  public String name() {
    return "provider-events";
  }

  @Override
  public String schedule() {
    return "40 * * * * ?";
  }

  @Override
  public void run(Instant now) {
    work();
  }

  @Override
  protected void work() {
    for (int n = 0; n < MOST_AT_ONCE; n++) {
      Optional<Event> next = events.claim();
      if (next.isEmpty()) {
        return;
      }
      tryTo(next.get());
    }
  }

  private void tryTo(Event event) {
    try {
      events.done(event, settle(event));
    } catch (RuntimeException e) {
      log.warn("Event {} ({}) is tried again: {}", event.id(), event.type(), e.toString());
      events.failed(event, e.toString());
    }
  }

  private void disputed(String provider, String payment) {
    books.stream()
        .filter(b -> b.provider().equals(provider))
        .forEach(b -> following.follow(b, payment));
  }

  /** Whether the event is about a payment of ours. */
  private boolean settle(Event event) {
    EventReader reader =
        readers.stream()
            .filter(r -> r.provider().equals(event.provider()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("This server has no " + event.provider()));
    EventReader.Subject subject = reader.subject(event.body());
    Optional<Intent> intent =
        Optional.ofNullable(subject.intent())
            .flatMap(attempts::find)
            .filter(i -> i.provider().equals(event.provider()));
    intent.ifPresent(settling::settle);
    if (subject.payment() != null && event.type().contains("dispute")) {
      disputed(event.provider(), subject.payment());
    }
    if (intent.isEmpty() && subject.payment() != null) {
      mismatches.found(
          new Difference(
              event.provider(),
              subject.payment(),
              Reason.UNKNOWN_PAYMENT,
              subject.intent(),
              subject.amount(),
              null));
    }
    return intent.isPresent();
  }
}
