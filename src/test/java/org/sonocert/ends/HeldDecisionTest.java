package org.sonocert.ends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.credential.AwardingCredentials;
import org.sonocert.enrolment.DecisionHolds;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.HoldKind;
import org.sonocert.invariants.Invariants;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An open question holds the award, and nothing else. */
@RealParts
class HeldDecisionTest {
  @Autowired ApplicationContext parts;
  @Autowired Enrolments enrolments;
  @Autowired DecisionHolds holds;
  @Autowired AwardingCredentials awarding;
  @Autowired Invariants invariants;
  @Autowired ProgrammeClock clock;
  @Autowired TransactionTemplate inOne;
  @Autowired JdbcClient db;
  @LocalServerPort int port;
  private Road road;

  @BeforeEach
  void bought() {
    road = new Road(parts, "http://localhost:" + port).bought().named();
  }

  private void allEvidenceIn() {
    road.passed().evaluated("4", "3");
  }

  private List<String> broken() {
    return invariants.broken(List.of(road.id()), clock.now()).stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void workGoesOnAndTheAwardWaitsPastTheWindowUntilTheLastOfTwoHoldsIsClosed() {
    road.held("one").held("two");
    allEvidenceIn();
    road.deciding();
    assertThat(road.page()).contains("The decision is pending").doesNotContain("days left");

    road.days(120);
    assertThat(broken()).isEmpty();
    assertThat(state()).isEqualTo(EnrolmentState.DECIDING);
    road.released("one").days(1);
    assertThat(state()).isEqualTo(EnrolmentState.DECIDING);

    road.released("two").over();
    Enrolment awarded = enrolments.get(road.id());
    assertThat(awarded.state()).isEqualTo(EnrolmentState.CERTIFIED);
    assertThat(awarded.endedAt()).isAfter(awarded.windowEnd());
    assertThat(broken()).isEmpty();
  }

  @Test
  void aHoldThatIsClosedBeforeTheAwardIsDueCostsNothing() {
    road.held("early").released("early");
    allEvidenceIn();
    road.over();
    assertThat(state()).isEqualTo(EnrolmentState.CERTIFIED);
  }

  @Test
  void theWindowStillEndsForWhoeverHasNotSentEverything() {
    road.held("open").passed().days(91).over();
    assertThat(state()).isEqualTo(EnrolmentState.WINDOW_ENDED);
    assertThat(hold("after the end")).isFalse();
    road.released("open");
    assertThat(holds.open(road.id())).isEmpty();
  }

  @Test
  void aHoldOfOneReferenceIsOneHoldAndIsAnsweredOnce() throws Exception {
    List<Boolean> held = AtOnce.all(6, () -> hold("same"));
    assertThat(held).containsOnlyOnce(true);
    road.released("same");
    assertThat(hold("same")).isFalse();
    assertThat(holds.open(road.id())).isEmpty();
  }

  @Test
  void noTrunkHoweverOldAwardsWhileSomethingHolds() {
    road.held("question");
    allEvidenceIn();
    road.deciding();
    assertThatThrownBy(
            () -> inOne.execute(t -> awarding.award(road.id(), "All evidence is in and passed.")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("attestation-audit question");
    assertThat(state()).isEqualTo(EnrolmentState.DECIDING);
  }

  @Test
  void theInvariantSeesAnAwardThatPassedOverAHoldAndADecisionThatNothingHolds() {
    road.held("question");
    allEvidenceIn();
    road.deciding();
    EnrolmentId id = road.id();
    inOne.executeWithoutResult(
        t -> {
          db.sql("update decision_hold set closed_at = opened_at where enrolment_id = ?")
              .param(id.value())
              .update();
          holds.hold(id, HoldKind.CARD_DISPUTE, "x");
          holds.release(id, HoldKind.CARD_DISPUTE, "y");
          assertThat(broken()).isEmpty();
          db.sql("update decision_hold set closed_at = opened_at where enrolment_id = ?")
              .param(id.value())
              .update();
          assertThat(broken()).anyMatch(line -> line.contains("nothing holds it"));
          t.setRollbackOnly();
        });
  }

  @Test
  void theDatabaseLetsAHoldBeClosedAndNothingElse() {
    road.held("question");
    for (String change :
        List.of(
            "update decision_hold set reference = 'x' where enrolment_id = ?",
            "delete from decision_hold where enrolment_id = ?")) {
      assertThatThrownBy(() -> db.sql(change).param(road.id().value()).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
  }

  private boolean hold(String reference) {
    return Boolean.TRUE.equals(
        inOne.execute(t -> holds.hold(road.id(), HoldKind.ATTESTATION_AUDIT, reference)));
  }

  private EnrolmentState state() {
    return enrolments.get(road.id()).state();
  }
}
