package org.sonocert.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.assessment.Screen;
import org.sonocert.assessment.StartingSittings;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.engine.TaskInbox;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.invariants.Invariants;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.refund.Refunds;
import org.sonocert.payment.workflow.RefundProcess;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The assessment is started and the money asked back at the same instant: one wins, never both. */
@RealParts
class RefundRaceTest {
  private static final int AT_ONCE = 20;

  private final List<EnrolmentId> bought = new ArrayList<>();
  private Buyer buyer;
  private Payer payer;
  @Autowired RefundProcess process;
  @Autowired Invariants invariants;
  @Autowired StartingSittings starting;
  @Autowired Refunds refunds;
  @Autowired Enrolments enrolments;
  @Autowired TaskInbox inbox;
  @Autowired ProgrammeClock clock;

  @BeforeEach
  void parts(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    payer = Payer.of(parts);
  }

  @Test
  void whoeverStartsFirstIsNotRefunded() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = prepared(candidate);
    assertThat(start(candidate, id)).isEqualTo("started");
    assertThat(ask(candidate, id)).isEqualTo("refused");
    hasOneWinner(id);
  }

  @Test
  void whoeverIsRefundedFirstCannotStart() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = prepared(candidate);
    assertThat(ask(candidate, id)).isEqualTo("refunded");
    assertThat(start(candidate, id)).isEqualTo("not-running");
    hasOneWinner(id);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void atTheSameInstantThereIsOneWinner(boolean startIsSentFirst) throws Exception {
    AtomicInteger refunded = new AtomicInteger();
    for (int round = 0; round < 3; round++) {
      AccountId candidate = buyer.person(Role.CANDIDATE);
      EnrolmentId id = prepared(candidate);
      List<AtOnce.Work<String>> tabs = new ArrayList<>();
      for (int tab = 0; tab < AT_ONCE; tab++) {
        boolean starts = tab % 2 == 0 == startIsSentFirst;
        tabs.add(() -> starts ? start(candidate, id) : ask(candidate, id));
      }

      List<String> answers = AtOnce.all(tabs);

      refunded.addAndGet(hasOneWinner(id) ? 1 : 0);
      boolean won = answers.contains("refunded");
      assertThat(answers)
          .containsOnly(won ? "refunded" : "started", won ? "not-running" : "refused");
      assertThat(answers).hasSize(AT_ONCE);
    }
    System.out.println("Refunded " + refunded + " of 3, start sent first: " + startIsSentFirst);
  }

  private boolean hasOneWinner(EnrolmentId id) {
    Enrolment enrolment = enrolments.get(id);
    boolean started = enrolment.startedAt() != null;
    boolean refunded = enrolment.state() == EnrolmentState.REFUNDED;
    assertThat(started).isNotEqualTo(refunded);
    assertThat(refunds.of(id)).get().extracting(Refund::granted).isEqualTo(refunded);
    Awaitility.await("the money of " + id)
        .atMost(Duration.ofSeconds(30))
        .until(() -> !refunded || refunds.of(id).orElseThrow().returned().at() != null);
    assertThat(invariants.broken(bought, clock.now())).isEmpty();
    return refunded;
  }

  private String start(AccountId candidate, EnrolmentId id) {
    try {
      starting.start(candidate, id, Screen.of("1280x800"), false);
      return "started";
    } catch (Rejected e) {
      return e.rejection().code();
    }
  }

  private String ask(AccountId candidate, EnrolmentId id) {
    return process.ask(candidate, id).granted() ? "refunded" : "refused";
  }

  /** Paid, agreement and readiness done: the next click starts. */
  private EnrolmentId prepared(AccountId candidate) {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    bought.add(id);
    payer.card(candidate, id);
    answer(
        candidate,
        id,
        "accept-agreement",
        Map.of("acceptAccuracy", "true", "acceptConfidentiality", "true"));
    answer(
        candidate,
        id,
        "check-readiness",
        Map.of(
            "cookiesEnabled", "yes",
            "mediaPlayed", "yes",
            "headphones", "yes",
            "screenLargeEnough", "yes",
            "connectionSteady", "yes",
            "roomPrivate", "yes"));
    return id;
  }

  private void answer(AccountId by, EnrolmentId id, String form, Map<String, String> answers) {
    Awaitility.await(form)
        .atMost(Duration.ofSeconds(30))
        .until(() -> inbox.find(id, form, null).isPresent());
    assertThat(buyer.answer(by, id, form, answers).errors()).isEmpty();
  }
}
