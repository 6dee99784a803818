package org.sonocert.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins payments and follows them up with their provider. A provider is never called inside a
 * transaction of ours.
 */
@Service
public class PaymentAttempts {
  private final Map<String, CardProvider> providers;
  private final Intents intents;
  private final Quotes quotes;
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final ProgrammeClock clock;
  private final TransactionTemplate transaction;

  PaymentAttempts(
      ObjectProvider<CardProvider> providers,
      Intents intents,
      Quotes quotes,
      Enrolments enrolments,
      Catalogue catalogue,
      ProgrammeClock clock,
      PlatformTransactionManager transactions) {
    this.providers =
        providers
            .orderedStream()
            .collect(Collectors.toMap(CardProvider::name, Function.identity()));
    this.intents = intents;
    this.quotes = quotes;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Names of the providers that this server has, in their order. */
  public List<String> providers() {
    return providers.keySet().stream().sorted().toList();
  }

  /**
   * Begins to pay the candidate's own quote; the same quote and provider again is the same attempt.
   *
   * @return the path of the page on which the card is entered; of the enrolment when another tab
   *     has paid meanwhile
   * @throws Rejected when there is no valid quote to pay, or no such provider
   */
  public String begin(AccountId candidate, EnrolmentId id, String provider) {
    CardProvider cards = provider(provider);
    List<Intent> begun = new ArrayList<>();
    transaction.executeWithoutResult(
        status -> payable(candidate, id).ifPresent(q -> begun.add(intents.of(q, provider))));
    if (begun.isEmpty()) {
      return "/me/" + id;
    }
    Intent intent = begun.get(0);
    if (intent.reference() == null) {
      String what = "Sonocert " + catalogue.nameOf(enrolments.get(id).product());
      String reference = cards.createIntent(intent.id(), intent.amount(), what);
      transaction.executeWithoutResult(status -> intents.referTo(intent, reference));
    }
    return cards.payPath(id.value());
  }

  /** The last attempt to pay the candidate's own enrolment. */
  public Optional<Intent> latest(AccountId candidate, EnrolmentId id) {
    return intents.latest(candidate, id);
  }

  /** PaymentAttempts whose money is not known to be where it belongs. */
  public List<Intent> unsettled() {
    return intents.unsettled();
  }

  /** What the provider says of an attempt. */
  public Charge lookup(Intent intent) {
    return provider(intent.provider()).lookup(String.valueOf(intent.reference()));
  }

  /** Closes an attempt that nobody paid in time; the charge, when it was paid after all. */
  public Optional<Charge> abandon(Intent intent) {
    if (intent.reference() != null) {
      Charge charge = provider(intent.provider()).cancel(intent.reference());
      if (charge.state() == Charge.State.SUCCEEDED) {
        return Optional.of(charge);
      }
    }
    transaction.executeWithoutResult(
        status -> {
          enrolments.lock(intent.enrolment());
          intents.settle(intent, Intent.State.ABANDONED, "not paid in time");
        });
    return Optional.empty();
  }

  /** Has the provider give the money back, and notes it. */
  public void giveBack(UUID intentId) {
    Intent intent = intents.find(intentId).orElseThrow();
    provider(intent.provider()).giveBack(String.valueOf(intent.reference()));
    transaction.executeWithoutResult(status -> intents.givenBack(intent));
  }

  /** Whether the attempt's quote can still be paid. */
  public boolean inTime(Intent intent) {
    return quotes
        .latest(intent.enrolment())
        .filter(q -> q.id().equals(intent.quote()) && q.validAt(clock.now()))
        .isPresent();
  }

  /** The quote to pay, under the enrolment's lock; empty when it is paid already. */
  private Optional<Quote> payable(AccountId candidate, EnrolmentId id) {
    Enrolment enrolment = enrolments.lock(id);
    if (!enrolment.candidate().equals(candidate)) {
      throw new Rejected(Rejection.notFound("enrolment"));
    }
    if (enrolment.state() == EnrolmentState.ACTIVE) {
      return Optional.empty();
    }
    Instant now = clock.now();
    Optional<Quote> quote = quotes.latest(id).filter(q -> q.validAt(now));
    if (enrolment.state() != EnrolmentState.APPLYING || quote.isEmpty()) {
      throw new Rejected(
          Rejection.conflict(
              "nothing-to-pay",
              "There is no valid quote to pay here. Open your application to see where it stands."));
    }
    return quote;
  }

  private CardProvider provider(String name) {
    CardProvider provider = providers.get(name);
    if (provider == null) {
      throw new Rejected(Rejection.notFound("way to pay"));
    }
    return provider;
  }
}
