package org.sonocert.enrolment.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.StepContext;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.testing.Bought;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.StepCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class EnrolmentStepsTest {
  private static final String REASON = "The evaluations are below the standard.";

  @Autowired EnrolmentSteps steps;
  @Autowired Enrolments enrolments;
  @Autowired TransactionTemplate transaction;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  private EnrolmentId enrolment;

  @BeforeEach
  void bought(@Autowired AutowireCapableBeanFactory parts) {
    var candidate = Buyer.of(parts).person(Role.CANDIDATE);
    Instant now = clock.now();
    enrolment =
        transaction.execute(
            t -> {
              EnrolmentId id = enrolments.open(candidate, "LNG", 1);
              enrolments.activate(Bought.under(1, id, now, now.plus(Duration.ofDays(90))));
              return id;
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"award", "held", "", "Unsuccessful"})
  void nobodyIsRecordedAsUnsuccessfulWhomTheTableDoesNotCallSo(String result) {
    assertThatThrownBy(
            () ->
                call(
                    EnrolmentSteps::recordUnsuccessful, Map.of("result", result, "reason", REASON)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not unsuccessful");
    unchanged();
  }

  @Test
  void withoutADecisionNobodyIsRecordedAsUnsuccessful() {
    assertThatThrownBy(() -> call(EnrolmentSteps::recordUnsuccessful, Map.of("reason", REASON)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> call(EnrolmentSteps::recordUnsuccessful, Map.of("result", "unsuccessful")))
        .isInstanceOf(IllegalStateException.class);
    unchanged();
  }

  @Test
  void anUnsuccessfulCandidateIsToldTheReasonAndTheDayButNoScore() {
    call(EnrolmentSteps::recordUnsuccessful, Map.of("result", "unsuccessful", "reason", REASON));
    Enrolment ended = enrolments.get(enrolment);
    assertThat(ended.state()).isEqualTo(EnrolmentState.UNSUCCESSFUL);
    assertThat(ended.endReason()).isEqualTo(REASON);
    assertThat(mails()).containsExactly("result-unsuccessful");
    Instant again = ended.endedAt().plus(Duration.ofDays(30));
    assertThat(model()).contains(REASON, Moments.inWords(again)).doesNotContain("percent", "score");
  }

  @Test
  void aCancelledEnrolmentEndsOnce() {
    call(EnrolmentSteps::recordCancelled, Map.of());
    Enrolment ended = enrolments.get(enrolment);
    assertThat(ended.state()).isEqualTo(EnrolmentState.CANCELLED);
    assertThat(ended.endReason()).isEqualTo("The candidate cancelled in time.");
    call(EnrolmentSteps::recordCancelled, Map.of());
    assertThat(enrolments.get(enrolment)).isEqualTo(ended);
    assertThat(mails()).isEmpty();
  }

  private void call(BiConsumer<EnrolmentSteps, StepContext> step, Map<String, Object> variables) {
    transaction.executeWithoutResult(t -> step.accept(steps, StepCall.of(enrolment, variables)));
  }

  private void unchanged() {
    assertThat(enrolments.get(enrolment).state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(mails()).isEmpty();
  }

  private List<String> mails() {
    return db.sql("select kind from outbox where enrolment_id = ?")
        .param(enrolment.value())
        .query(String.class)
        .list();
  }

  private String model() {
    return db.sql("select model::text from outbox where enrolment_id = ?")
        .param(enrolment.value())
        .query(String.class)
        .single();
  }
}
