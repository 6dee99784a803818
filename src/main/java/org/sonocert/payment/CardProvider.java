package org.sonocert.payment;

import java.util.UUID;

/**
 * A company that takes card payments. Its calls leave our transaction, so each is made outside one
 * and can be repeated: the same intent gets the same charge, and money is given back once.
 */
public interface CardProvider {

  /** A stable name that is stored with each payment. */
  String name();

  /**
   * Announces a charge; the same intent again gives the same reference.
   *
   * @param intent our id, which is the idempotency key
   * @return the provider's reference
   */
  String createIntent(UUID intent, Money amount, String description);

  /** What became of a charge. */
  Charge lookup(String reference);

  /**
   * Closes a charge that nobody paid, so that no money can come any more.
   *
   * @return what became of it; still {@code SUCCEEDED} when the money had been taken before
   */
  Charge cancel(String reference);

  /** Gives the money back by the means it came; a second call changes nothing. */
  void giveBack(String reference);

  /** Path of our page on which the payer enters the card. */
  String payPath(UUID enrolment);
}
