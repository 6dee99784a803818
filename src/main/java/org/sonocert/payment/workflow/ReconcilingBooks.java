package org.sonocert.payment.workflow;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.engine.clock.Housekeeping;
import org.sonocert.payment.ProviderBooks;
import org.sonocert.payment.ledger.ComparingBooks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Compares each card company's books with ours every day, and asks for its disputes, of which a
 * message may never have come; a company that is down is asked again.
 */
@Component
class ReconcilingBooks implements Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(ReconcilingBooks.class);

  private final ObjectProvider<ProviderBooks> books;
  private final ComparingBooks comparing;
  private final FollowingDisputes disputes;

  ReconcilingBooks(
      ObjectProvider<ProviderBooks> books, ComparingBooks comparing, FollowingDisputes disputes) {
    this.books = books;
    this.disputes = disputes;
    this.comparing = comparing;
  }

  @Override
  public String name() {
    return "reconcile-books";
  }

  @Override
  public String schedule() {
    return "0 30 * * * ?";
  }

  @Override
  public void run(Instant now) {
    for (ProviderBooks one : books) {
      try {
        if (comparing.due(one, now)) {
          disputes.followAll(one, now);
          comparing.compare(one, now);
        }
      } catch (RuntimeException e) {
        log.warn(
            "The books of {} are compared at the next round: {}", one.provider(), e.toString());
      }
    }
  }
}
