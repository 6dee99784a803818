package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the first start on a restored database does with money that was on its way back. */
@RealParts
class AfterRestoreTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext parts;
  @Autowired JdbcClient db;
  @Autowired AuditTrail audit;
  @Autowired TransactionTemplate transaction;
  @Autowired HoldingAfterRestore holding;

  @Test
  void moneyOnItsWayBackIsHandedToAPersonOnceWithALeaf() {
    OpsRoom room = new OpsRoom(parts, port);
    Walk walk = room.bought("Resta" + UUID.randomUUID().toString().substring(0, 6));
    walk.cancel();
    String id = walk.enrolment();
    await()
        .until(
            () -> count("select count(*) from refund where returned_at is not null and", id) == 1);
    onItsWayAgain(id);
    room.asOwner(
        "insert into app.restored (id, backup_at, restored_at)"
            + " values (gen_random_uuid(), now() - interval '1 day', now())");

    holding.afterSingletonsInstantiated();
    holding.afterSingletonsInstantiated();

    assertThat(count("select count(*) from refund where by_hand_since is not null and", id))
        .isEqualTo(1);
    assertThat(
            count("select count(*) from audit_payload where payload like '%handed-over%' and", id))
        .isEqualTo(1);
    assertThat(
            db.sql(
                    "select (held ->> 'refunds')::int from restored order by restored_at desc limit 1")
                .query(Integer.class)
                .single())
        .isPositive();
    assertThat(
            db.sql("select count(*) from restored where held_at is null")
                .query(Long.class)
                .single())
        .isZero();
  }

  private void onItsWayAgain(String id) {
    transaction.executeWithoutResult(
        t -> {
          audit.note(EnrolmentId.of(id), new Change("made-so-by-a-test", Map.of()));
          db.sql("update refund set returned_at = null where enrolment_id = ?::uuid")
              .param(id)
              .update();
        });
  }

  private long count(String sql, String id) {
    return db.sql(sql + " enrolment_id = ?::uuid").param(id).query(Long.class).single();
  }
}
