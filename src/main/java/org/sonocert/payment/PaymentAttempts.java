package org.sonocert.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins payments and follows them up with their provider. A provider is never called inside a
 * transaction of ours.
 */
@Service
public class PaymentAttempts {
  private final CardProviders providers;
  private final Intents intents;
  private final IntentRows rows;
  private final PayableQuotes payable;
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final TransactionTemplate transaction;

  PaymentAttempts(
      CardProviders providers,
      Intents intents,
      IntentRows rows,
      PayableQuotes payable,
      Enrolments enrolments,
      Catalogue catalogue,
      PlatformTransactionManager transactions) {
    this.providers = providers;
    this.intents = intents;
    this.rows = rows;
    this.payable = payable;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Names of the providers that this server has, in their order. */
  public List<String> providers() {
    return providers.names();
  }

  /**
   * Begins to pay the candidate's own quote; the same quote and provider again is the same attempt.
   *
   * @return the path of the page on which the card is entered; of the enrolment when another tab
   *     has paid, or the quote has run out, meanwhile
   * @throws Rejected when there is no valid quote to pay, or no such provider
   */
  public String begin(AccountId candidate, EnrolmentId id, String provider) {
    CardProvider cards = providers.get(provider);
    List<Begun> begun = new ArrayList<>();
    transaction.executeWithoutResult(
        status ->
            payable
                .of(candidate, id)
                .ifPresent(q -> begun.add(new Begun(intents.of(q, provider), q.expiresAt()))));
    if (begun.isEmpty()) {
      return "/me/" + id;
    }
    boolean announced = begun.get(0).intent().reference() != null || announce(begun.get(0), cards);
    return announced ? cards.payPath(id.value()) : "/me/" + id;
  }

  private record Begun(Intent intent, Instant payableUntil) {}

  /** False when the attempt was closed meanwhile: its charge is then closed as well. */
  private boolean announce(Begun begun, CardProvider cards) {
    Intent intent = begun.intent();
    String what = "Sonocert " + catalogue.nameOf(enrolments.get(intent.enrolment()).product());
    String reference =
        cards.createIntent(
            new CardProvider.Announcement(
                intent.id(), intent.enrolment(), intent.amount(), what, begun.payableUntil()));
    if (Boolean.TRUE.equals(transaction.execute(status -> intents.referTo(intent, reference)))) {
      return true;
    }
    cards.cancel(reference);
    return false;
  }

  /** The last attempt to pay the candidate's own enrolment. */
  public Optional<Intent> latest(AccountId candidate, EnrolmentId id) {
    return rows.latest(candidate, id);
  }

  /** The last attempt with this provider, though another way to pay was tried since. */
  public Optional<Intent> latest(AccountId candidate, EnrolmentId id, String provider) {
    return onPage(candidate, id, provider).map(OnPage::intent);
  }

  /**
   * An attempt as its provider's page meets it.
   *
   * @param overtaken whether the enrolment was paid in another way while it waits
   */
  public record OnPage(Intent intent, boolean overtaken) {}

  /** The last attempt with this provider, for its page. */
  public Optional<OnPage> onPage(AccountId candidate, EnrolmentId id, String provider) {
    return rows.onPage(candidate, id, provider);
  }

  /** The attempt, if there is one of that id. */
  public Optional<Intent> find(UUID id) {
    return rows.find(id);
  }

  /** The attempt. */
  public Intent get(UUID id) {
    return rows.find(id).orElseThrow();
  }

  /** Attempts whose money is not known to be where it belongs. */
  public List<Intent> unsettled() {
    return rows.unsettled();
  }

  /** What the provider says of an attempt. */
  public Charge lookup(Intent intent) {
    return providers.get(intent.provider()).lookup(String.valueOf(intent.reference()));
  }

  /** Closes an attempt that nobody paid in time; the charge, when it was paid after all. */
  public Optional<Charge> abandon(Intent intent) {
    if (intent.reference() != null) {
      Charge charge = providers.get(intent.provider()).cancel(intent.reference());
      if (charge.state() == Charge.State.SUCCEEDED) {
        return Optional.of(charge);
      }
    }
    transaction.executeWithoutResult(
        status -> {
          enrolments.lock(intent.enrolment());
          intents.abandon(intent, "not paid in time");
        });
    return Optional.empty();
  }

  /** Whether the attempt's quote can still be paid. */
  public boolean inTime(Intent intent) {
    return payable.inTime(intent);
  }
}
