package org.sonocert.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.People;
import org.sonocert.identity.Role;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A candidate whose account is disabled in the middle of the assessment loses nothing of it. */
@RealParts
class DisabledMidSittingTest {
  private static final Reason WHY = new Reason("the mailbox was reported as stolen");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired OpeningAccounts opening;
  @Autowired Accounts accounts;
  @Autowired ChangingPeople changing;

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  @Test
  void theNextRequestIsSignedOutAndAfterEnablingTheSittingGoesOn() {
    People.Person admin = new People(opening, db, port).with(Role.ADMINISTRATOR);
    String name = "Mid" + UUID.randomUUID().toString().substring(0, 6);
    Walk walk = new Walk("http://localhost:" + port, name).signUp().signIn().apply("LNG");
    walk.fillInApplication().pay().prepareToSit().startSitting();
    Account account = accounts.findByEmail(walk.email()).orElseThrow();
    var sent = new AtomicInteger();
    walk.watchedBy(
        request -> {
          if (request.uri().getPath().startsWith("/sit/")
              && answers(walk).size() >= 3
              && sent.getAndIncrement() == 0) {
            changing.disable(admin.id(), account.id(), WHY);
          }
        });
    Throwable stopped = null;
    try {
      walk.sit(Walk.rightAnswers());
    } catch (AssertionError | RuntimeException signedOut) {
      stopped = signedOut;
    }
    assertThat(stopped).as("the sitting cannot go on").isNotNull();
    assertThat(walk.candidate().open("/sit/" + walk.enrolment()).path()).isEqualTo("/login");
    List<Map<String, Object>> before = answers(walk);
    assertThat(before).hasSize(3);
    walk.candidate().send("/login", Map.of("email", walk.email(), "password", RealParts.PASSWORD));
    assertThat(walk.candidate().status()).isEqualTo(422);

    changing.enable(admin.id(), account.id(), WHY);
    walk.signIn().sit(Walk.rightAnswers());
    assertThat(answers(walk)).containsAll(before).hasSizeGreaterThan(before.size());
    await("the result")
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                db.sql("select passed from assessment_result where enrolment_id = ?")
                    .param(UUID.fromString(walk.enrolment()))
                    .query(Boolean.class)
                    .optional()
                    .orElse(false));
    changing.disable(new People(opening, db, port).with(Role.ADMINISTRATOR).id(), admin.id(), WHY);
  }

  private List<Map<String, Object>> answers(Walk walk) {
    return db.sql(
            "select item_id, array_to_string(chosen, ',') as chosen, answered_at from response"
                + " where enrolment_id = ? order by number")
        .param(UUID.fromString(walk.enrolment()))
        .query()
        .listOfRows();
  }
}
