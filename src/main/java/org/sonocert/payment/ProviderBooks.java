package org.sonocert.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A card company's own books, with which ours are compared. */
public interface ProviderBooks {

  /** The provider's name that payments carry. */
  String provider();

  /** All charges that succeeded and all refunds that were made from an instant on. */
  List<Line> since(Instant from);

  /** All disputes that were opened from an instant on, whatever became of them. */
  List<DisputeSaid> disputesSince(Instant from);

  /** All disputes of a payment, whatever became of them. */
  List<DisputeSaid> disputesOf(String payment);

  /**
   * A line of its books.
   *
   * @param payment the provider's id of the payment, which its charge and its refund share
   * @param intent our attempt, null when the provider knows none of ours
   */
  record Line(Kind kind, String payment, @Nullable UUID intent, Money amount, Instant at) {}

  /** What a line tells. */
  enum Kind {
    CHARGE,
    REFUND
  }
}
