package org.sonocert.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Statements;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class SigningInTest {
  private static final String PASSWORD = "three quiet herons at noon";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired OpeningAccounts opening;
  @Autowired LimitedTries tries;

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  @Test
  void theSessionGetsANewIdAtSignInAndEndsAtSignOut() {
    String email = person(Role.CANDIDATE);
    Visitor visitor = new Visitor(port);
    visitor.get("/login");
    String before = visitor.session().orElseThrow().getValue();
    visitor.post("/login", "email", email, "password", PASSWORD);
    String after = visitor.session().orElseThrow().getValue();
    assertThat(after).isNotEqualTo(before);

    visitor.get("/signup/sent");
    assertThat(visitor.post("/logout").headers().firstValue("Location").orElseThrow())
        .endsWith("/login?out");
    assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
  }

  @Test
  void whoWantedAPageGetsItAfterSignIn() {
    String email = person(Role.REVIEWER);
    Visitor visitor = new Visitor(port);
    assertThat(visitor.get("/tasks?area=LNG").headers().firstValue("Location").orElseThrow())
        .endsWith("/login");
    assertThat(visitor.signIn(email, PASSWORD).headers().firstValue("Location").orElseThrow())
        .endsWith("/tasks?area=LNG");
  }

  @Test
  void wrongAddressAndWrongPasswordGetTheSameAnswer() {
    String email = person(Role.CANDIDATE);
    Visitor visitor = new Visitor(port);
    HttpResponse<String> wrong = visitor.signIn(email, "not the password");
    HttpResponse<String> nobody = visitor.signIn("nobody-" + email, "not the password");
    assertThat(wrong.statusCode()).isEqualTo(nobody.statusCode()).isEqualTo(422);
    assertThat(wrong.body().replace(email, "")).contains("You are not signed in");
    forgetTries();
  }

  @Test
  void theEleventhTryAtOneAddressIsRefusedEvenWithTheRightPassword() {
    String email = person(Role.CANDIDATE);
    Visitor visitor = new Visitor(port);
    for (int i = 0; i < 10; i++) {
      assertThat(visitor.signIn(email.toUpperCase(Locale.ROOT), "wrong").statusCode())
          .isEqualTo(422);
      db.sql("delete from attempt where bucket = ?")
          .param(Token.hash("login-from:127.0.0.1"))
          .update();
    }
    HttpResponse<String> refused = visitor.signIn(email, PASSWORD);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Wait 15 minutes");
    db.sql("update attempt set at = at - interval '16 minutes'").update();
    assertThat(visitor.signIn(email, PASSWORD).statusCode()).isEqualTo(302);
    forgetTries();
  }

  @Test
  void aHospitalBehindOneAddressMayErrTenTimesAsOftenAsOneAccount() {
    Visitor visitor = new Visitor(port);
    visitor.signIn("person@example.org", "wrong");
    tried("login-from:127.0.0.1", SigningIn.PER_NETWORK - 2);
    assertThat(visitor.signIn("colleague@example.org", "wrong").statusCode()).isEqualTo(422);
    assertThat(visitor.signIn("another@example.org", "wrong").statusCode()).isEqualTo(429);
    forgetTries();
  }

  @Test
  void aBurstOfTriesGetsNoFurtherThanOneAfterTheOther() throws Exception {
    var limit = new LimitedTries.Limit("burst:" + UUID.randomUUID(), 10);
    var other = new LimitedTries.Limit("burst-from:" + UUID.randomUUID(), 100);
    var taken = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(16);
    var go = new CountDownLatch(1);
    for (int i = 0; i < 64; i++) {
      boolean turned = i % 2 == 0;
      threads.submit(
          () -> {
            go.await();
            tries.take(turned ? limit : other, turned ? other : limit);
            return taken.incrementAndGet();
          });
    }
    go.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(taken).hasValue(10);
  }

  @Test
  void aDisabledPersonIsOutAndStaysOut() {
    String email = person(Role.CANDIDATE);
    db.sql("update account set disabled_at = now() where email = ?").param(email).update();
    assertThat(new Visitor(port).signIn(email, PASSWORD).statusCode()).isEqualTo(422);
    forgetTries();
  }

  @Test
  void aSessionEndsTwelveHoursAfterItBeganHoweverBusyItIs() {
    String email = person(Role.CANDIDATE);
    Visitor visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    age(visitor, "creation_time", 11 * 60 + 59);
    assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
    age(visitor, "creation_time", 2);
    assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
  }

  @Test
  void aSessionEndsAfterHalfAnHourWithoutARequest() {
    String email = person(Role.CANDIDATE);
    Visitor visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
    age(visitor, "last_access_time", 31);
    assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
  }

  @Test
  void aFormWithoutTheTokenOfItsPageChangesNothing() {
    String email = person(Role.CANDIDATE);
    Visitor visitor = new Visitor(port);
    visitor.get("/login");
    HttpResponse<String> refused =
        visitor.postWithoutToken("/login", "email", email, "password", PASSWORD);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
  }

  @Test
  void aScriptMaySendTheTokenInAHeader() {
    String email = person(Role.CANDIDATE);
    Visitor visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    assertThat(visitor.get("/signup/sent").body())
        .contains("name=\"_csrf_header\" content=\"X-CSRF-TOKEN\"");
    assertThat(visitor.request("POST", "/logout", "application/json", "").statusCode())
        .isEqualTo(302);
    assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
  }

  @Test
  void aSignedInPageCostsTwoStatementsForItsSession() {
    String email = person(Role.CANDIDATE);
    Visitor visitor = new Visitor(port);
    visitor.signIn(email, PASSWORD);
    visitor.get("/signup/sent");
    Statements.reset();
    visitor.get("/signup/sent");
    visitor.get("/login");
    await().until(() -> Statements.seen().size() >= 2);
    Statements.seen().forEach(c -> System.out.println(c.action() + ": " + c.statements()));
    assertThat(Statements.seen()).allMatch(c -> c.statements() <= 2);
    Statements.reset();
    Visitor other = new Visitor(port);
    other.signIn(email, PASSWORD);
    await().until(() -> Statements.seen().size() >= 2);
    Statements.seen().forEach(c -> System.out.println(c.action() + ": " + c.statements()));
    assertThat(Statements.seen()).allMatch(c -> c.statements() <= 12);
  }

  private void tried(String what, int times) {
    db.sql("insert into attempt (bucket, at) select ?, now() from generate_series(1, ?)")
        .params(Token.hash(what), times)
        .update();
  }

  private void age(Visitor visitor, String column, int minutes) {
    String id = new String(Base64.getDecoder().decode(visitor.session().orElseThrow().getValue()));
    int rows =
        db.sql(
                "update spring_session set "
                    + column
                    + " = "
                    + column
                    + " - ?, expiry_time = expiry_time - ? where session_id = ?")
            .param(minutes * 60_000L)
            .param(column.equals("last_access_time") ? minutes * 60_000L : 0)
            .param(id)
            .update();
    assertThat(rows).isEqualTo(1);
  }

  private String person(Role role) {
    String email = UUID.randomUUID() + "@example.org";
    opening.open(
        new OpeningAccounts.Person(
            email, "Ana", "Belmonte", Locale.ENGLISH, opening.hash(PASSWORD), null),
        Set.of(role),
        "system");
    return email;
  }
}
