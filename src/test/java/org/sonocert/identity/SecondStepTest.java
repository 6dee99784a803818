package org.sonocert.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.MachineClock;
import org.sonocert.identity.People.Person;
import org.sonocert.identity.twostep.SecondSteps;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in by two steps, for those who chose it. */
@RealParts
class SecondStepTest {
  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired OpeningAccounts opening;
  @Autowired SecondSteps steps;
  @Autowired MachineClock clock;

  private People people;

  @BeforeEach
  void people() {
    people = new People(opening, db, port);
  }

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  private record Enrolled(Person person, byte[] secret, List<String> codes, Visitor visitor) {}

  private Enrolled enrolled() {
    Person person = people.with(Role.CANDIDATE);
    Visitor visitor = people.signedIn(person);
    byte[] secret = People.secretOn(visitor.get("/account/two-step").body());
    HttpResponse<String> shown =
        visitor.follow(visitor.post("/account/two-step", "code", People.code(secret, now(), 0)));
    List<String> codes = People.recoveryCodesOn(shown.body());
    forgetTries();
    return new Enrolled(person, secret, codes, visitor);
  }

  private Instant now() {
    return clock.now();
  }

  @Test
  void fromThenOnThePasswordAloneOpensNothing() {
    Enrolled e = enrolled();
    Visitor visitor = new Visitor(port);
    assertThat(to(visitor.signIn(e.person().email(), People.PASSWORD))).isEqualTo("/login/code");
    for (String page : List.of("/me", "/account", "/account/two-step", "/account/password")) {
      assertThat(to(visitor.get(page))).as(page).isEqualTo("/login/code");
    }
    assertThat(visitor.getJson("/me").statusCode()).isEqualTo(401);
    visitor.get("/login/code");
    assertThat(to(visitor.post("/login/code", "code", People.code(e.secret(), now(), 1))))
        .isEqualTo("/me");
    assertThat(visitor.get("/account").body()).contains("two steps", "10 recovery codes");
    assertThat(people.letters("second-step-on", e.person().email())).isEqualTo(1);
  }

  @Test
  void theSessionGetsANewIdAtEachOfTheTwoSteps() {
    Enrolled e = enrolled();
    Visitor visitor = people.signedIn(e.person());
    String half = visitor.session().orElseThrow().getValue();
    visitor.get("/login/code");
    visitor.post("/login/code", "code", People.code(e.secret(), now(), 1));
    assertThat(visitor.session().orElseThrow().getValue()).isNotEqualTo(half);
  }

  @Test
  void aCodeIsTakenOnceAndNoOlderOneAfterIt() throws Exception {
    Enrolled e = enrolled();
    String next = People.code(e.secret(), now(), 1);
    assertThat(taken(e.person(), next)).isTrue();
    assertThat(taken(e.person(), next)).isFalse();
    assertThat(taken(e.person(), People.code(e.secret(), now(), 0))).isFalse();
    db.sql("update second_step set last_step = last_step - 9 where account_id = ?")
        .param(e.person().id().value())
        .update();
    String again = People.code(e.secret(), now(), 0);
    List<Boolean> both = AtOnce.all(4, () -> taken(e.person(), again));
    assertThat(both).containsOnlyOnce(true);
  }

  private boolean taken(Person person, String code) {
    try {
      return steps.use(person.id(), code) != null;
    } catch (org.sonocert.core.Rejected refused) {
      return false;
    }
  }

  @Test
  void aCodeOfTwoStepsAgoOrOfAnotherPersonIsRefused() {
    Enrolled e = enrolled();
    Enrolled other = enrolled();
    db.sql("update second_step set last_step = 0 where account_id = ?")
        .param(e.person().id().value())
        .update();
    assertThat(taken(e.person(), People.code(e.secret(), now(), -3))).isFalse();
    assertThat(taken(e.person(), People.code(other.secret(), now(), 1))).isFalse();
    assertThat(taken(e.person(), other.codes().get(0))).isFalse();
    assertThat(taken(other.person(), other.codes().get(0))).isTrue();
  }

  @Test
  void aRecoveryCodeLetsThePersonInOnceAndTheyAreTold() {
    Enrolled e = enrolled();
    assertThat(e.codes()).hasSize(10).doesNotHaveDuplicates();
    String typed = " " + e.codes().get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " ");
    Visitor visitor = people.signedIn(e.person());
    visitor.get("/login/code");
    assertThat(to(visitor.post("/login/code", "code", typed))).isEqualTo("/me");
    assertThat(visitor.get("/account").body()).contains("9 recovery codes are left");
    assertThat(people.letters("recovery-code-used", e.person().email())).isEqualTo(1);
    Visitor thief = people.signedIn(e.person());
    thief.get("/login/code");
    assertThat(thief.post("/login/code", "code", typed).statusCode()).isEqualTo(422);
  }

  @Test
  void newRecoveryCodesEndTheOldOnesAndAreShownOnce() {
    Enrolled e = enrolled();
    e.visitor().get("/account/two-step");
    HttpResponse<String> shown = e.visitor().follow(e.visitor().post("/account/two-step/codes"));
    List<String> fresh = People.recoveryCodesOn(shown.body());
    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(e.codes());
    assertThat(to(e.visitor().get("/account/two-step/codes"))).isEqualTo("/account");
    assertThat(taken(e.person(), e.codes().get(0))).isFalse();
    assertThat(taken(e.person(), fresh.get(0))).isTrue();
  }

  @Test
  void theSixthTryIsRefusedEvenWithTheRightCode() {
    Enrolled e = enrolled();
    Visitor visitor = people.signedIn(e.person());
    visitor.get("/login/code");
    for (int i = 0; i < TakingSecondSteps.PER_ACCOUNT; i++) {
      String wrong = People.wrongCode(e.secret(), now());
      assertThat(visitor.post("/login/code", "code", wrong).statusCode()).isEqualTo(422);
    }
    String right = People.code(e.secret(), now(), 1);
    assertThat(visitor.post("/login/code", "code", right).statusCode()).isEqualTo(429);
  }

  @Test
  void whoReadsTheDatabaseFindsNeitherSecretNorCode() {
    Enrolled e = enrolled();
    String rows =
        db.sql(
                "select encode(sealed, 'hex') || (select string_agg(encode(hash, 'hex'), '')"
                    + " from recovery_code r where r.account_id = s.account_id)"
                    + " from second_step s where account_id = ?")
            .param(e.person().id().value())
            .query(String.class)
            .single();
    assertThat(rows).doesNotContain(java.util.HexFormat.of().formatHex(e.secret()));
    for (String code : e.codes()) {
      String plain = code.replace("-", "");
      assertThat(rows)
          .doesNotContain(java.util.HexFormat.of().formatHex(Token.hash(plain)))
          .doesNotContain(java.util.HexFormat.of().formatHex(plain.getBytes()));
    }
    assertThat(attributesOf(e.visitor())).doesNotContain(e.codes().get(0));
  }

  private String attributesOf(Visitor visitor) {
    return db.sql(
            "select string_agg(encode(attribute_bytes, 'escape'), '') from spring_session_attributes a"
                + " join spring_session s on s.primary_id = a.session_primary_id"
                + " where s.session_id = ?")
        .param(SessionsTest.id(visitor))
        .query(String.class)
        .single();
  }

  @Test
  void aDisabledPersonsCodeLetsNobodyIn() {
    Enrolled e = enrolled();
    Visitor visitor = people.signedIn(e.person());
    visitor.get("/login/code");
    db.sql("update account set disabled_at = now() where id = ?")
        .param(e.person().id().value())
        .update();
    assertThat(visitor.post("/login/code", "code", People.code(e.secret(), now(), 1)).statusCode())
        .isEqualTo(410);
  }

  @Test
  void aSecretThatAnotherSessionSawIsNeverTaken() {
    Person person = people.with(Role.CANDIDATE);
    Visitor thief = people.signedIn(person);
    byte[] seen = People.secretOn(thief.get("/account/two-step").body());
    Visitor owner = people.signedIn(person);
    byte[] own = People.secretOn(owner.get("/account/two-step").body());
    assertThat(own).isNotEqualTo(seen);
    assertThat(owner.post("/account/two-step", "code", People.code(seen, now(), 0)).statusCode())
        .isEqualTo(422);
    assertThat(to(owner.post("/account/two-step", "code", People.code(own, now(), 0))))
        .isEqualTo("/account/two-step/codes");
    assertThat(taken(person, People.code(seen, now(), 1))).isFalse();
    assertThat(to(thief.get("/account"))).isEqualTo("/login");
  }

  @Test
  void aCandidateMayGoBackToThePasswordAlone() {
    Enrolled e = enrolled();
    e.visitor().get("/account/two-step");
    assertThat(to(e.visitor().post("/account/two-step/off"))).isEqualTo("/account?off");
    assertThat(to(new Visitor(port).signIn(e.person().email(), People.PASSWORD))).isEqualTo("/me");
    assertThat(people.letters("second-step-off", e.person().email())).isEqualTo(1);
    assertThat(taken(e.person(), e.codes().get(0))).isFalse();
  }

  @Test
  void anotherDeviceTakesOverAndTheFirstOneIsWorthNothing() {
    Enrolled e = enrolled();
    byte[] second = People.secretOn(e.visitor().get("/account/two-step").body());
    assertThat(second).isNotEqualTo(e.secret());
    assertThat(taken(e.person(), People.code(e.secret(), now(), 1))).isTrue();
    e.visitor().post("/account/two-step", "code", People.code(second, now(), -1));
    db.sql("update second_step set last_step = 0").update();
    assertThat(taken(e.person(), People.code(e.secret(), now(), 0))).isFalse();
    assertThat(taken(e.person(), People.code(second, now(), 1))).isTrue();
  }

  static String to(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
  }
}
