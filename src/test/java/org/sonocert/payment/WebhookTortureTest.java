package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.payment.events.ProviderEvents;
import org.sonocert.payment.ledger.ComparingBooks;
import org.sonocert.payment.ledger.Mismatches;
import org.sonocert.payment.workflow.RefundProcess;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.stripe.FakeStripe;
import org.sonocert.testing.stripe.FakeStripe.Trouble;
import org.sonocert.testing.stripe.StripeMail;
import org.sonocert.testing.stripe.StripeMail.Message;
import org.sonocert.testing.stripe.TheirBooks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many payments by card while the card company fails in every way and its messages come ten times,
 * in any order, days late, forged, or about nothing that we know. {@code -Dseed=} repeats a run,
 * {@code -Dsonocert.full=true} makes it ten times as large.
 */
@RealParts
class WebhookTortureTest {
  private static final int COPIES = 10;
  private static final int AT_ONCE = 8;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final TheirBooks books = FakeStripe.books();
  private final Map<UUID, Case> cases = new LinkedHashMap<>();
  private final List<Message> genuine = new ArrayList<>();
  private final List<TheirBooks.Payment> strangers = new ArrayList<>();
  private Buyer buyer;
  private StripeMail mail;
  @Autowired PaymentAttempts attempts;
  @Autowired RefundProcess refunds;
  @Autowired ProviderEvents events;
  @Autowired ComparingBooks comparing;
  @Autowired Mismatches mismatches;
  @Autowired List<ProviderBooks> providers;
  @Autowired Enrolments enrolments;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  @Value("${sonocert.full:false}")
  boolean full;

  /** What happens to an attempt. */
  private enum Fate {
    PAID,
    PAID_AND_HEARD_FOUR_DAYS_LATER,
    PAID_TOO_LATE,
    ANOTHER_CURRENCY,
    ANOTHER_AMOUNT,
    DECLINED_THEN_PAID,
    PAID_THEN_CANCELLED,
    DISPUTED,
    DISPUTED_AND_WON,
    DISPUTED_AND_LOST,
    LOST_AND_NEVER_TOLD,
    NEVER_PAID;

    boolean opens() {
      return this == PAID
          || this == PAID_AND_HEARD_FOUR_DAYS_LATER
          || this == DECLINED_THEN_PAID
          || this == PAID_THEN_CANCELLED
          || disputed();
    }

    boolean disputed() {
      return ordinal() >= DISPUTED.ordinal() && ordinal() <= LOST_AND_NEVER_TOLD.ordinal();
    }

    boolean lost() {
      return this == DISPUTED_AND_LOST || this == LOST_AND_NEVER_TOLD;
    }

    /** In which state of the enrolment it ends. */
    EnrolmentState left() {
      if (this == PAID_THEN_CANCELLED) {
        return EnrolmentState.REFUNDED;
      }
      if (lost()) {
        return EnrolmentState.PAYMENT_REVERSED;
      }
      return opens() ? EnrolmentState.ACTIVE : EnrolmentState.APPLYING;
    }
  }

  private record Case(AccountId candidate, EnrolmentId id, UUID intent, Fate fate) {}

  @BeforeEach
  void theCardCompany(@Autowired AutowireCapableBeanFactory parts, @LocalServerPort int port) {
    buyer = Buyer.of(parts);
    mail = new StripeMail(port);
    FakeStripe.clock(clock::now);
    System.out.println("WebhookTortureTest -Dseed=" + seed);
  }

  @AfterEach
  void itWorksAgain() {
    FakeStripe.trouble(() -> Trouble.NONE);
  }

  @Test
  void booksAgreeWhateverTheCardCompanyAndItsMessagesDo() throws Exception {
    FakeStripe.trouble(this::sometimes);
    begin(full ? 240 : 24);
    payAllBut(Fate.PAID_TOO_LATE, Fate.NEVER_PAID, Fate.PAID_AND_HEARD_FOUR_DAYS_LATER);
    strangers();
    deliver(messages(Fate.values()), List.of());
    settleAllBut(Fate.PAID_AND_HEARD_FOUR_DAYS_LATER);
    cancel();
    dispute();

    fourDaysOfSilence();
    deliver(messages(Fate.PAID_AND_HEARD_FOUR_DAYS_LATER), List.of());
    forge();
    settle();
    theDailyLook();

    everyPurchaseHappenedOnce();
    everyDisputeIsBookedOnce();
    nobodyWasPaidBackTwice();
    booksAgree();
    everyMessageWasKeptOnce();
    FakeStripe.trouble(() -> Trouble.NONE);
    System.out.println(counted());
  }

  private synchronized Trouble sometimes() {
    int drawn = random.nextInt(100);
    if (drawn < 12) {
      return Trouble.FAULT_BEFORE;
    }
    if (drawn < 20) {
      return Trouble.FAULT_AFTER;
    }
    if (drawn < 26) {
      return Trouble.BROKEN_AFTER;
    }
    return drawn < 28 ? Trouble.SILENT_AFTER : Trouble.NONE;
  }

  private void begin(int many) {
    for (int n = 0; n < many; n++) {
      Fate fate = Fate.values()[n % Fate.values().length];
      AccountId candidate = buyer.person(Role.CANDIDATE);
      EnrolmentId id = buyer.quoted(candidate, n % 2 == 0 ? "LNG" : "AAA");
      untilItWorks(() -> attempts.begin(candidate, id, "stripe"));
      Intent intent = attempts.latest(candidate, id).orElseThrow();
      cases.put(intent.id(), new Case(candidate, id, intent.id(), fate));
    }
  }

  /** A person clicks again until there is an answer. */
  private void untilItWorks(Runnable click) {
    for (int n = 0; n < 50; n++) {
      try {
        click.run();
        return;
      } catch (Rejected e) {
        assertThat(e.rejection().code()).isEqualTo("card-company-down");
      }
    }
    throw new AssertionError("It never worked");
  }

  private void payAllBut(Fate... not) {
    for (Case one : cases.values()) {
      TheirBooks.Session session = books.sessionOf(one.intent().toString());
      if (List.of(not).contains(one.fate())) {
        continue;
      }
      if (one.fate() == Fate.DECLINED_THEN_PAID) {
        books.decline(session.id);
        untilItWorks(
            () ->
                assertThat(attempts.lookup(attempts.get(one.intent())).state())
                    .isIn(Charge.State.DECLINED));
      }
      switch (one.fate()) {
        case ANOTHER_CURRENCY -> books.pay(session, session.cents, "eur");
        case ANOTHER_AMOUNT -> books.pay(session, session.cents - 1, session.currency);
        default -> books.pay(session.id);
      }
    }
  }

  /** Money that has nothing to do with us, of an attempt that never was, and of nothing at all. */
  private void strangers() {
    strangers.add(books.take(null, 4_200, "usd"));
    strangers.add(books.take(UUID.randomUUID().toString(), 15_000, "usd"));
    strangers.forEach(p -> genuine.add(StripeMail.ofPayment("payment_intent.succeeded", p.id())));
    genuine.add(StripeMail.ofPayment("payment_intent.succeeded", "pi_nowhere_" + seed));
    genuine.add(StripeMail.about("product.created", Map.of("object", "product", "id", "prod_1")));
  }

  private List<Message> messages(Fate... fates) {
    List<Message> told = new ArrayList<>();
    for (Case one : cases.values()) {
      TheirBooks.Session session = books.sessionOf(one.intent().toString());
      boolean told4 = one.fate() == Fate.PAID_AND_HEARD_FOUR_DAYS_LATER;
      if (session.payment != null
          && List.of(fates).contains(one.fate())
          && told4 == (fates.length == 1)) {
        told.add(StripeMail.sessionPaid(session));
        told.add(StripeMail.ofPayment("payment_intent.succeeded", session.payment));
        told.add(StripeMail.ofCharge("charge.succeeded", session.payment));
      }
    }
    genuine.addAll(told);
    return told;
  }

  /** Everything that was told so far ten times, in any order, several at once; but not these. */
  private void deliver(List<Message> some, List<Message> notYet) throws Exception {
    List<Message> copies = new ArrayList<>();
    for (Message message : some == notYet ? List.<Message>of() : union(some, notYet)) {
      copies.addAll(Collections.nCopies(COPIES, message));
    }
    Collections.shuffle(copies, random);
    for (int from = 0; from < copies.size(); from += AT_ONCE) {
      List<AtOnce.Work<Integer>> batch =
          copies.subList(from, Math.min(copies.size(), from + AT_ONCE)).stream()
              .map(m -> (AtOnce.Work<Integer>) () -> mail.deliver(m))
              .toList();
      assertThat(AtOnce.all(batch)).containsOnly(200);
    }
  }

  private List<Message> union(List<Message> some, List<Message> notYet) {
    List<Message> all = new ArrayList<>(genuine);
    all.addAll(some);
    all.removeAll(notYet);
    return all.stream().distinct().toList();
  }

  private void settleAllBut(Fate notYet) {
    for (int round = 0; round < 30; round++) {
      events.trouble().forEach(t -> events.tryAgain(t.id()));
      time.advance(Duration.ZERO);
      if (cases.values().stream()
          .filter(c -> c.fate() != notYet)
          .filter(c -> books.sessionOf(c.intent().toString()).payment != null)
          .allMatch(c -> attempts.get(c.intent()).settled())) {
        return;
      }
    }
    throw new AssertionError("Not settled: " + cases.values());
  }

  private void cancel() {
    for (Case one : cases.values()) {
      if (one.fate() == Fate.PAID_THEN_CANCELLED) {
        assertThat(refunds.ask(one.candidate(), one.id()).granted()).isTrue();
        String payment = books.sessionOf(one.intent().toString()).payment;
        genuine.add(StripeMail.ofCharge("charge.refunded", payment));
      }
    }
  }

  /** Payers dispute, and some are decided before anybody told us that they had begun. */
  private void dispute() throws Exception {
    for (Case one : cases.values()) {
      if (one.fate().disputed()) {
        String payment = books.sessionOf(one.intent().toString()).payment;
        books.dispute(payment, "needs_response");
        if (one.fate() != Fate.LOST_AND_NEVER_TOLD) {
          genuine.add(StripeMail.ofDispute("charge.dispute.created", payment));
          genuine.add(StripeMail.ofDispute("charge.dispute.updated", payment));
        }
      }
    }
    books.dispute(strangers.get(0).id(), "needs_response");
    genuine.add(StripeMail.ofDispute("charge.dispute.created", strangers.get(0).id()));
    if (random.nextBoolean()) {
      deliver(List.of(), new ArrayList<>());
    }
    decideDisputes();
    deliver(List.of(), new ArrayList<>());
  }

  private void decideDisputes() {
    for (Case one : cases.values()) {
      String payment = books.sessionOf(one.intent().toString()).payment;
      if (one.fate().lost()) {
        books.dispute(payment, "lost");
      } else if (one.fate() == Fate.DISPUTED_AND_WON) {
        books.dispute(payment, "won");
      }
      if (one.fate() == Fate.DISPUTED_AND_LOST || one.fate() == Fate.DISPUTED_AND_WON) {
        genuine.add(StripeMail.ofDispute("charge.dispute.closed", payment));
      }
    }
  }

  /** What no message told is found when the books are compared. */
  private void theDailyLook() {
    FakeStripe.trouble(() -> Trouble.NONE);
    time.advance(Duration.ofHours(26));
  }

  private void everyDisputeIsBookedOnce() {
    for (Case one : cases.values()) {
      long kept =
          db.sql("select count(*) from card_dispute where intent_id = ?")
              .param(one.intent())
              .query(Long.class)
              .single();
      assertThat(kept).as(one.toString()).isEqualTo(one.fate().disputed() ? 1 : 0);
    }
    assertThat(
            db.sql("select count(*) from card_dispute where payment = ? and enrolment_id is null")
                .param(strangers.get(0).id())
                .query(Long.class)
                .single())
        .as("a stranger's dispute is kept")
        .isEqualTo(1);
  }

  /** Nobody answers; meanwhile quotes run out, and some pay although they should not. */
  private void fourDaysOfSilence() {
    FakeStripe.trouble(() -> Trouble.DOWN);
    List<Case> heardLate =
        cases.values().stream()
            .filter(c -> c.fate() == Fate.PAID_AND_HEARD_FOUR_DAYS_LATER)
            .toList();
    heardLate.forEach(c -> books.pay(books.sessionOf(c.intent().toString()).id));
    time.advance(Duration.ofMinutes(31));
    for (Case one : cases.values()) {
      TheirBooks.Session session = books.sessionOf(one.intent().toString());
      if (one.fate() == Fate.PAID_TOO_LATE && session.status.equals("open")) {
        books.pay(session.id);
        genuine.add(StripeMail.sessionPaid(session));
      }
    }
    time.advance(Duration.ofDays(4));
    assertThat(heardLate)
        .as("nobody has heard of them")
        .allMatch(c -> attempts.get(c.intent()).state() == Intent.State.OPEN);
    FakeStripe.trouble(this::sometimes);
  }

  private void forge() {
    Message message = StripeMail.about("charge.refunded", Map.of("object", "charge", "id", "ch_1"));
    Instant now = Instant.now();
    String good = StripeMail.signature(message.body(), FakeStripe.SIGNING, now);
    String tampered = message.body().replace("ch_1", "ch_2");
    assertThat(mail.send(message.body(), null)).isEqualTo(400);
    assertThat(mail.send(message.body(), "t=1,v1=00")).isEqualTo(400);
    assertThat(mail.send(tampered, good)).isEqualTo(400);
    String others = StripeMail.signature(message.body(), "whsec_somebody_else", now);
    assertThat(mail.send(message.body(), others)).isEqualTo(400);
    Instant old = now.minus(Duration.ofMinutes(6));
    String replayed = StripeMail.signature(message.body(), FakeStripe.SIGNING, old);
    assertThat(mail.send(message.body(), replayed)).isEqualTo(400);
    String large = "x".repeat(300_000);
    assertThat(mail.send(large, StripeMail.signature(large, FakeStripe.SIGNING, now)))
        .isEqualTo(413);
    var answer = mail.answer(message.body(), null);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(kept(message.id())).isZero();
  }

  private void settle() {
    for (int round = 0; round < 60; round++) {
      events.trouble().forEach(t -> events.tryAgain(t.id()));
      time.advance(Duration.ofMinutes(1));
      long open =
          db.sql(
                  "select count(*) from payment_intent where provider = 'stripe' and (state = 'open'"
                      + " or state = 'returned' and given_back_at is null)")
              .query(Long.class)
              .single();
      long waiting =
          db.sql("select count(*) from provider_event where state in ('waiting', 'started')")
              .query(Long.class)
              .single();
      if (open == 0 && waiting == 0) {
        return;
      }
    }
    throw new AssertionError("It does not come to rest: " + events.trouble());
  }

  private void everyPurchaseHappenedOnce() {
    for (Case one : cases.values()) {
      assertThat(count("payment", one.id()))
          .as(one.toString())
          .isEqualTo(one.fate().opens() ? 1 : 0);
      assertThat(count("rules_receipt", one.id())).isEqualTo(one.fate().opens() ? 1 : 0);
      assertThat(enrolments.get(one.id()).state()).as(one.toString()).isEqualTo(one.fate().left());
    }
  }

  private void nobodyWasPaidBackTwice() {
    for (TheirBooks.Payment payment : books.payments()) {
      long back = books.refundsOf(payment.id()).stream().mapToLong(TheirBooks.Refund::cents).sum();
      assertThat(back).as(payment.toString()).isIn(0L, payment.cents());
    }
  }

  private void booksAgree() {
    for (Case one : cases.values()) {
      assertThat(ours(one.intent()))
          .as(one.toString())
          .isEqualTo(books.left(one.intent().toString()));
    }
    FakeStripe.trouble(() -> Trouble.NONE);
    ProviderBooks stripe =
        providers.stream().filter(p -> p.provider().equals("stripe")).findFirst().orElseThrow();
    time.advance(Duration.ofMinutes(11));
    comparing.compare(stripe, clock.now());
    Map<String, Money> open =
        mismatches.open().stream()
            .map(Mismatches.Seen::difference)
            .filter(d -> d.provider().equals("stripe"))
            .collect(
                Collectors.toMap(Mismatches.Difference::payment, d -> d.theirs(), (a, b) -> a));
    for (TheirBooks.Payment stranger : strangers) {
      assertThat(open).containsEntry(stranger.id(), new Money(stranger.cents(), "USD"));
    }
    cases.values().stream()
        .map(c -> books.sessionOf(c.intent().toString()).payment)
        .forEach(p -> assertThat(open).doesNotContainKey(String.valueOf(p)));
  }

  /** What our books say is left with the card company of an attempt. */
  private String ours(UUID intent) {
    return db.sql(
            """
            select sum(amount_cents) || ' ' || lower(currency) from v_payment_ledger
             where intent_id = ? and account = 'card-clearing' group by currency
            """)
        .param(intent)
        .query(String.class)
        .optional()
        .orElse("nothing");
  }

  private void everyMessageWasKeptOnce() {
    for (Message message : genuine) {
      assertThat(kept(message.id())).isEqualTo(1);
    }
  }

  private long kept(String event) {
    return db.sql("select count(*) from provider_event where id = ?")
        .param(event)
        .query(Long.class)
        .single();
  }

  private long count(String table, EnrolmentId id) {
    return db.sql("select count(*) from " + table + " where enrolment_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }

  private String counted() {
    Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    cases.values().forEach(c -> fates.merge(c.fate(), 1L, Long::sum));
    return fates
        + ", messages "
        + genuine.size()
        + " x "
        + COPIES
        + ", calls "
        + FakeStripe.calls();
  }
}
