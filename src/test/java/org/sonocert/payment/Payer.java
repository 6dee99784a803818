package org.sonocert.payment;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.TaskInbox;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.payment.workflow.PurchaseProcess;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pays quotes, by card or in ways for which this server has no provider. */
public class Payer {
  private static final String CARD = "4242 4242 4242 4242";

  private final PaymentAttempts attempts;
  private final PurchaseProcess purchases;
  private final DemoCards cards;
  private final Quotes quotes;
  private final Intents intents;
  private final Payments payments;
  private final Enrolments enrolments;
  private final ProcessSignals signals;
  private final ProgrammeClock clock;
  private final TaskInbox inbox;
  private final TransactionTemplate transaction;

  Payer(
      PaymentAttempts attempts,
      PurchaseProcess purchases,
      DemoCards cards,
      Quotes quotes,
      Intents intents,
      Payments payments,
      Enrolments enrolments,
      ProcessSignals signals,
      ProgrammeClock clock,
      TaskInbox inbox,
      PlatformTransactionManager transactions) {
    this.attempts = attempts;
    this.purchases = purchases;
    this.cards = cards;
    this.quotes = quotes;
    this.intents = intents;
    this.payments = payments;
    this.enrolments = enrolments;
    this.signals = signals;
    this.clock = clock;
    this.inbox = inbox;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** One for a test, out of the running product's parts. */
  public static Payer of(AutowireCapableBeanFactory parts) {
    return parts.createBean(Payer.class);
  }

  /** Pays by the demo's card. */
  public Intent card(AccountId candidate, EnrolmentId id) {
    attempts.begin(candidate, id, "demo-card");
    Intent intent = attempts.latest(candidate, id).orElseThrow();
    purchases.confirm(intent, cards.charge(String.valueOf(intent.reference()), CARD));
    awaitOpened(id);
    return attempts.get(intent.id());
  }

  /** Waits until both branches are open, so that no job of the purchase meets what comes next. */
  private void awaitOpened(EnrolmentId id) {
    Awaitility.await("the work of " + id)
        .atMost(Duration.ofSeconds(30))
        .until(() -> inbox.find(id, "accept-agreement", null).isPresent());
  }

  /** A second payment by card, which comes when the enrolment is open or over, and goes back. */
  public Purchase again(EnrolmentId id) {
    Intent second =
        transaction.execute(
            status -> {
              enrolments.lock(id);
              Intent intent = intents.of(quotes.latest(id).orElseThrow(), "demo-card");
              intents.referTo(intent, "demo_" + intent.id());
              return attempts.get(intent.id());
            });
    cards.createIntent(
        new CardProvider.Announcement(second.id(), id, second.amount(), "again", clock.now()));
    return purchases.confirm(second, cards.charge("demo_" + second.id(), CARD));
  }

  /** Books a payment of a provider that this server does not have, and opens the enrolment. */
  public UUID elsewhere(EnrolmentId id, String provider) {
    return elsewhere(id, provider, provider + "_" + id);
  }

  /** The same under a reference of its own. */
  public UUID elsewhere(EnrolmentId id, String provider, String reference) {
    UUID paid = transaction.execute(status -> book(id, provider, reference));
    awaitOpened(id);
    return paid;
  }

  private UUID book(EnrolmentId id, String provider, String reference) {
    enrolments.lock(id);
    Quote quote = quotes.latest(id).orElseThrow();
    Intent intent = intents.of(quote, provider);
    intents.referTo(intent, reference);
    Charge charge = new Charge(Charge.State.SUCCEEDED, quote.price(), provider, null);
    payments.capture(intent, reference, charge, clock.now());
    signals.signal(id, "Message_PaymentConfirmed", Map.of());
    return intent.id();
  }
}
