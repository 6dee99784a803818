package org.sonocert.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.Prices;
import org.sonocert.catalogue.Product;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Windows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Freezes what a candidate is shown: price, rules in force and the window's end. */
@Service
public class PreparingQuotes {
  private final Quotes quotes;
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final ReleaseView releases;
  private final Windows windows;
  private final ProgrammeClock clock;
  private final ApplicationEventPublisher events;

  PreparingQuotes(
      Quotes quotes,
      Enrolments enrolments,
      Catalogue catalogue,
      ReleaseView releases,
      Windows windows,
      ProgrammeClock clock,
      ApplicationEventPublisher events) {
    this.quotes = quotes;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
    this.releases = releases;
    this.windows = windows;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Freezes a quote in the running transaction; it takes the place of the one before.
   *
   * @throws Rejected CONFLICT when the product has closed meanwhile
   */
  public Quote prepare(EnrolmentId id, Duration validFor) {
    Quote quote = quotes.add(preview(enrolments.get(id), validFor));
    events.publishEvent(new QuotePrepared(id));
    return quote;
  }

  /** What a quote would say now; nothing is kept. */
  public Quote preview(Enrolment enrolment, Duration validFor) {
    Product product = catalogue.get(enrolment.product());
    if (product.notOpenBecause() != null) {
      throw new Rejected(Rejection.conflict("product-not-open", product.notOpenBecause()));
    }
    Instant now = clock.now();
    long release = releases.inForce(now).number();
    Duration literal = releases.window(release, product.trunk());
    return new Quote(
        UUID.randomUUID(),
        enrolment.id(),
        0,
        product.code(),
        new Money(product.feeCents(), Prices.CURRENCY),
        release,
        catalogue.version(),
        windows.end(enrolment.id(), now, literal),
        now,
        now.plus(validFor));
  }
}
