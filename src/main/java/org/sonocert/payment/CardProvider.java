package org.sonocert.payment;

import java.time.Instant;
import java.util.UUID;
import org.sonocert.core.EnrolmentId;

/**
 * A company that takes card payments. Its calls leave our transaction, so each is made outside one
 * and can be repeated: the same intent gets the same charge, and money is given back once.
 */
public interface CardProvider {

  /** A stable name that is stored with each payment. */
  String name();

  /**
   * What a provider is told of a charge to come.
   *
   * @param intent our id, which is the idempotency key
   * @param description what is bought, for the payer
   * @param payableUntil the quote's end; money that is taken later goes back
   */
  record Announcement(
      UUID intent, EnrolmentId enrolment, Money amount, String description, Instant payableUntil) {}

  /**
   * Announces a charge; the same intent again gives the same reference.
   *
   * @return the provider's reference
   */
  String createIntent(Announcement announced);

  /** What became of a charge. */
  Charge lookup(String reference);

  /**
   * Closes a charge that nobody paid, so that no money can come any more.
   *
   * @return what became of it; still {@code SUCCEEDED} when the money had been taken before
   */
  Charge cancel(String reference);

  /**
   * Gives the money back by the means it came; a second call changes nothing.
   *
   * @param intent our id, of which the idempotency key is made
   * @return whether the provider says that it has gone back; false while that takes time
   */
  boolean giveBack(UUID intent, String reference);

  /**
   * Gives a payment back that belongs to no attempt of ours; a second call changes nothing.
   *
   * @param ourId of the refund, of which the idempotency key is made
   * @param payment the provider's id of the payment
   * @return whether the provider says that it has gone back
   */
  boolean giveBackUnknown(UUID ourId, String payment);

  /** Path of our page on which the payer enters the card, or from which they are led to it. */
  String payPath(UUID enrolment);
}
