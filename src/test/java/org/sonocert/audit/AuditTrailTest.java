package org.sonocert.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.EnrolmentId;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself refuses about the audit trail, tried with the application's login. */
@RealParts
class AuditTrailTest {
  @Autowired AuditTrail audit;
  @Autowired Leaves leaves;
  @Autowired JdbcClient db;
  @Autowired PlatformTransactionManager transactions;

  private final EnrolmentId enrolment = EnrolmentId.create();
  private TransactionTemplate transaction;

  @BeforeEach
  void prepare() {
    transaction = new TransactionTemplate(transactions);
  }

  @Test
  void aFactWithoutALeafOfItsTransactionIsRolledBack() {
    assertThatThrownBy(() -> transaction.executeWithoutResult(s -> openEnrolment()))
        .hasStackTraceContaining("without an audit leaf");
    assertThat(rows()).isZero();
  }

  @Test
  void aFactWithItsLeafIsKept() {
    transaction.executeWithoutResult(
        s -> {
          openEnrolment();
          audit.note(enrolment, new Change("enrolment-opened", Map.of("product", "LNG")));
        });
    assertThat(rows()).isEqualTo(1);
    assertThat(leaves.of(enrolment)).singleElement().matches(Recorded::matchesCommitment);
  }

  @Test
  void oneTransactionWritesOneLeafThatListsAllItsChanges() {
    note("first", "second");
    note("third");
    List<Recorded> recorded = leaves.of(enrolment);
    assertThat(recorded).extracting(Recorded::number).containsExactly(1L, 2L);
    assertThat(recorded.get(0).payload())
        .contains("\"first\"", "\"second\"")
        .doesNotContain("third");
    assertThat(recorded).allMatch(Recorded::matchesCommitment);
  }

  @Test
  void aSecondLeafInOneTransactionIsRefused() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    s -> {
                      append();
                      append();
                    }))
        .hasStackTraceContaining("has a leaf in this transaction already");
    assertThat(leaves.of(enrolment)).isEmpty();
  }

  @Test
  void aRolledBackTransactionLeavesNoGap() {
    note("first");
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    s -> {
                      append();
                      throw new IllegalStateException("the work failed");
                    }))
        .hasMessage("the work failed");
    note("second");
    assertThat(leaves.of(enrolment)).extracting(Recorded::number).containsExactly(1L, 2L);
  }

  @Test
  void nobodyWithTheApplicationsLoginChangesOrRemovesALeaf() {
    note("first");
    for (String attack :
        List.of(
            "update audit_event set type = 'other'",
            "delete from audit_event",
            "truncate audit_event cascade",
            "update audit_payload set payload = '{}'",
            "delete from audit_payload",
            "update audit_stream set last_number = 0",
            "insert into audit_stream values (gen_random_uuid(), 1, pg_current_xact_id())",
            "alter table audit_event disable trigger all",
            "create table app.mine (a int)")) {
      assertThatThrownBy(() -> db.sql(attack).update()).as(attack).isNotNull();
    }
    assertThat(leaves.of(enrolment)).singleElement().matches(Recorded::matchesCommitment);
  }

  @Test
  void aChangeOutsideATransactionIsRefused() {
    assertThatThrownBy(() -> audit.note(enrolment, new Change("late", Map.of())))
        .isInstanceOf(IllegalStateException.class);
  }

  private void note(String... types) {
    transaction.executeWithoutResult(
        s -> {
          for (String type : types) {
            audit.note(enrolment, new Change(type, Map.of("n", 1)));
          }
        });
  }

  private void append() {
    db.sql(
            """
            insert into audit_event
              (enrolment_id, number, type, at, actor, subject, commitment, xact)
            values (?, 0, 'forged', now(), 'system', 'x', decode(repeat('00', 32), 'hex'), '0'::xid8)
            """)
        .param(enrolment.value())
        .update();
  }

  private void openEnrolment() {
    db.sql(
            """
            insert into enrolment (id, candidate_id, product, state, opened_at, application_release)
            values (?, ?, 'LNG', 'applying', now(), 1)
            """)
        .params(enrolment.value(), UUID.randomUUID())
        .update();
  }

  private int rows() {
    return db.sql("select count(*) from enrolment where id = ?")
        .param(enrolment.value())
        .query(Integer.class)
        .single();
  }
}
