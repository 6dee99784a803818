package org.sonocert.application.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.StepCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class ApplicationStepsTest {
  private static final String REASON = "The credential has expired since.";

  @Autowired ApplicationSteps steps;
  @Autowired Enrolments enrolments;
  @Autowired AuditTrail audit;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  private EnrolmentId application;

  @BeforeEach
  void open(@Autowired AutowireCapableBeanFactory parts) {
    Buyer buyer = Buyer.of(parts);
    application = buyer.open(buyer.person(Role.CANDIDATE), "LNG");
  }

  @Test
  void aRefusedWaiverEndsTheApplicationWithTheCheckersReason() {
    decided(false);
    recordWaiverRefused();
    assertThat(enrolments.get(application).state()).isEqualTo(EnrolmentState.APPLICATION_ENDED);
    assertThat(enrolments.get(application).endReason()).isEqualTo(REASON);
    assertThat(column("select outcome from application_outcome where enrolment_id = ?"))
        .containsExactly("waiver-refused");
    assertThat(column("select kind from outbox where enrolment_id = ?"))
        .containsExactly("waiver-refused");
    assertThat(column("select model ->> 'reason' from outbox where enrolment_id = ?"))
        .containsExactly(REASON);
  }

  @Test
  void aGrantedWaiverIsNeverRecordedAsRefused() {
    decided(true);
    refusedToRecord();
  }

  @Test
  void aWaiverThatNobodyDecidedIsNeverRecordedAsRefused() {
    refusedToRecord();
  }

  private void refusedToRecord() {
    assertThatThrownBy(this::recordWaiverRefused)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No waiver was refused");
    assertThat(enrolments.get(application).state()).isEqualTo(EnrolmentState.APPLYING);
    assertThat(column("select kind from outbox where enrolment_id = ?")).isEmpty();
  }

  private void recordWaiverRefused() {
    transaction.executeWithoutResult(
        t -> steps.recordWaiverRefused(StepCall.of(application, Map.of())));
  }

  private void decided(boolean granted) {
    transaction.executeWithoutResult(
        t -> {
          db.sql("insert into waiver_decision values (?, ?, ?, ?, 1, ?)")
              .params(application.value(), granted, REASON, UUID.randomUUID())
              .param(Timestamp.from(Instant.EPOCH))
              .update();
          audit.note(application, new Change("prepared-by-test", Map.of()));
        });
  }

  private List<String> column(String sql) {
    return db.sql(sql).param(application.value()).query(String.class).list();
  }
}
