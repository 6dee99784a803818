package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.identity.Role;
import org.sonocert.payment.ledger.ComparingBooks;
import org.sonocert.payment.ledger.Mismatches;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.refund.Refunds;
import org.sonocert.payment.workflow.PurchaseProcess;
import org.sonocert.payment.workflow.RefundProcess;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.stripe.FakeStripe;
import org.sonocert.testing.stripe.FakeStripe.Trouble;
import org.sonocert.testing.stripe.TheirBooks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Money goes back at Stripe, of which somebody gave a part back at Stripe's own desk before. */
@RealParts
class StripeRefundTest {
  /** After the session, the list of refunds and the payment were read. */
  private static final int MAKING_IT = 4;

  private AccountId candidate;
  private EnrolmentId id;
  private Intent intent;
  private TheirBooks.Payment payment;
  @Autowired PaymentAttempts attempts;
  @Autowired PurchaseProcess purchases;
  @Autowired RefundProcess process;
  @Autowired Refunds refunds;
  @Autowired ComparingBooks comparing;
  @Autowired List<ProviderBooks> providers;
  @Autowired CardProviders cards;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;

  @BeforeEach
  void bought(@Autowired AutowireCapableBeanFactory parts) {
    FakeStripe.clock(clock::now);
    Buyer buyer = Buyer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
    id = buyer.quoted(candidate, "LNG");
    attempts.begin(candidate, id, "stripe");
    intent = attempts.latest(candidate, id, "stripe").orElseThrow();
    payment = FakeStripe.books().pay(String.valueOf(intent.reference()));
    assertThat(purchases.confirm(intent).state()).isEqualTo(Purchase.State.OPENED);
  }

  @AfterEach
  void itWorksAgain() {
    FakeStripe.trouble(() -> Trouble.NONE);
  }

  @Test
  void afterAPartTheRestGoesBackAndTheBooksAgree() {
    FakeStripe.books().refund(payment, 5_000);

    process.ask(candidate, id);

    Awaitility.await("the money").atMost(Duration.ofSeconds(30)).until(this::returned);
    assertThat(FakeStripe.books().refundsOf(payment.id()))
        .extracting(TheirBooks.Refund::cents)
        .containsExactly(5_000L, 10_000L);
    time.advance(Duration.ofMinutes(15));
    assertThat(differences()).doesNotContain(payment.id());
  }

  @Test
  void theRestGoesBackOnceThoughItsAnswerIsLost() {
    FakeStripe.books().refund(payment, 5_000);
    CardProvider stripe = cards.get("stripe");
    String reference = String.valueOf(intent.reference());
    var calls = new AtomicInteger();
    FakeStripe.trouble(
        () -> calls.incrementAndGet() == MAKING_IT ? Trouble.FAULT_AFTER : Trouble.NONE);

    assertThatThrownBy(() -> stripe.giveBack(intent.id(), reference)).isInstanceOf(Rejected.class);
    assertThat(stripe.giveBack(intent.id(), reference)).isTrue();

    assertThat(FakeStripe.books().left(payment)).isZero();
    assertThat(FakeStripe.books().refundsOf(payment.id())).hasSize(2);
  }

  private boolean returned() {
    return Optional.ofNullable(refunds.of(id).map(Refund::returned).orElseThrow().at()).isPresent();
  }

  private List<String> differences() {
    ProviderBooks stripe =
        providers.stream().filter(p -> p.provider().equals("stripe")).findFirst().orElseThrow();
    return comparing.compare(stripe, clock.now()).stream()
        .map(Mismatches.Difference::payment)
        .toList();
  }
}
