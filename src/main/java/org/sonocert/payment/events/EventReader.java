package org.sonocert.payment.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.payment.Money;

/** Says what an event of a card company is about; what became of it is asked, not read. */
public interface EventReader {

  /** The provider's name that payments carry. */
  String provider();

  /** What an event is about; asks the company where the event itself does not say. */
  Subject subject(String body);

  /**
   * What an event is about.
   *
   * @param intent our attempt; null when it names none
   * @param payment the company's id of the payment; null when there is no money in it
   * @param amount what was paid, null when nothing was
   */
  record Subject(@Nullable UUID intent, @Nullable String payment, @Nullable Money amount) {}
}
