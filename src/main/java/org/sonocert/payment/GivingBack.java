package org.sonocert.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has providers give money back, never inside a transaction of ours; that it is back is what the
 * provider says.
 */
@Service
public class GivingBack {
  private final CardProviders providers;
  private final IntentRows rows;
  private final ReturnedMoney returned;
  private final Paybacks paybacks;
  private final Enrolments enrolments;
  private final TransactionTemplate transaction;

  GivingBack(
      CardProviders providers,
      IntentRows rows,
      ReturnedMoney returned,
      Paybacks paybacks,
      Enrolments enrolments,
      PlatformTransactionManager transactions) {
    this.providers = providers;
    this.rows = rows;
    this.returned = returned;
    this.paybacks = paybacks;
    this.enrolments = enrolments;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Has the provider give the money back, and notes what it says. */
  public void giveBack(UUID intentId) {
    Intent intent = rows.find(intentId).orElseThrow();
    CardProvider provider = providers.get(intent.provider());
    String reference = String.valueOf(intent.reference());
    if (paybacks.attempt(intentId, () -> provider.giveBack(intentId, reference))) {
      noteGivenBack(intent);
    }
  }

  /**
   * Has a provider give back what the programme owes.
   *
   * @param intent our attempt, null for money that belongs to none
   * @param reference of the attempt, or else the provider's id of the payment
   * @return whether the money is back
   */
  public boolean giveBackOwed(
      String provider, UUID refund, @Nullable UUID intent, String reference) {
    CardProvider cards = providers.get(provider);
    return intent == null
        ? cards.giveBackUnknown(refund, reference)
        : cards.giveBack(intent, reference);
  }

  /** Notes that the provider has given the money back. */
  public void noteGivenBack(Intent intent) {
    transaction.executeWithoutResult(
        status -> {
          enrolments.lock(intent.enrolment());
          returned.givenBack(intent);
        });
  }
}
