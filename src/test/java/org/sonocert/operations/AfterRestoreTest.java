package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.People;
import org.sonocert.identity.People.Person;
import org.sonocert.identity.ResettingPasswords;
import org.sonocert.identity.Role;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the first start on a restored database does with what was under way in the backup. */
@RealParts
class AfterRestoreTest {
  private static final String RESTORED =
      "insert into app.restored (id, backup_at, restored_at)"
          + " values (gen_random_uuid(), now() - interval '1 day', now())";

  @LocalServerPort int port;
  @Autowired ApplicationContext parts;
  @Autowired JdbcClient db;
  @Autowired AuditTrail audit;
  @Autowired TransactionTemplate transaction;
  @Autowired HoldingAfterRestore holding;
  @Autowired OpeningAccounts opening;
  @Autowired ResettingPasswords resetting;

  @Test
  void moneyOnItsWayBackIsHandedToAPersonOnceWithALeaf() {
    OpsRoom room = room();
    Walk walk = room.bought("Resta" + UUID.randomUUID().toString().substring(0, 6));
    walk.cancel();
    String id = walk.enrolment();
    await()
        .until(
            () -> count("select count(*) from refund where returned_at is not null and", id) == 1);
    onItsWayAgain(id);
    room.asOwner(RESTORED);

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

  @Test
  void noLinkThatWasOpenInTheBackupOpensAnAccountAgain() {
    var people = new People(opening, db, port);
    Person person = people.with(Role.CANDIDATE);
    var visitor = people.signedIn(person);
    assertThat(visitor.get("/account/two-step").statusCode()).isEqualTo(200);
    resetting.forgot(person.email());
    db.sql(
            "insert into address_change values (sha256('a'), :who, 'new@clinic.example', 'main',"
                + " now() + interval '1 day', null)")
        .param("who", person.id().value())
        .update();
    db.sql(
            "insert into staff_invitation values (sha256('b'), 'ira@clinic.example', 'Ira', 'Berg',"
                + " 'en', array['reviewer'], :who, 'for the panel', now() + interval '1 day', null)")
        .param("who", person.id().value())
        .update();
    room().asOwner(RESTORED);

    holding.afterSingletonsInstantiated();

    for (String table : List.of("password_reset", "address_change", "staff_invitation")) {
      assertThat(number("select count(*) from " + table + " where used_at is null"))
          .as(table)
          .isZero();
    }
    assertThat(number("select count(*) from second_step_offer")).isZero();
    assertThat(visitor.get("/me").statusCode()).as("signed out").isEqualTo(302);
  }

  private OpsRoom room() {
    return new OpsRoom(parts, port);
  }

  private long number(String sql) {
    return db.sql(sql).query(Long.class).single();
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
