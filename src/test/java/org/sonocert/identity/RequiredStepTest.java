package org.sonocert.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonocert.identity.SecondStepTest.to;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonocert.core.MachineClock;
import org.sonocert.identity.People.Person;
import org.sonocert.testing.RealPartsInProduction;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outside the demo the programme's own people sign in by two steps, without exception. */
@RealPartsInProduction
class RequiredStepTest {
  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired OpeningAccounts opening;
  @Autowired MachineClock clock;

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "CANDIDATE")
  void staffWithoutAnAuthenticatorAreLedToItAndGetNowhereElse(Role role) {
    People people = new People(opening, db, port);
    Person person = people.with(role);
    Visitor visitor = new Visitor(port);
    assertThat(to(visitor.signIn(person.email(), People.PASSWORD))).isEqualTo("/login/two-step");
    for (String page :
        List.of("/tasks", "/account", "/programme/codes", "/admin/people", "/account/two-step")) {
      assertThat(to(visitor.get(page))).as(page).isEqualTo("/login/code");
    }
    assertThat(to(visitor.get("/login/code"))).isEqualTo("/login/two-step");
    String page = visitor.get("/login/two-step").body();
    byte[] secret = People.secretOn(page);
    assertThat(visitor.post("/login/two-step", "code", People.wrongCode(secret, clock.now())))
        .matches(answer -> answer.statusCode() == 422);
    assertThat(People.secretOn(visitor.get("/login/two-step").body())).isEqualTo(secret);
    HttpResponse<String> shown =
        visitor.follow(
            visitor.post("/login/two-step", "code", People.code(secret, clock.now(), 0)));
    assertThat(People.recoveryCodesOn(shown.body())).hasSize(10);
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    forgetTries();
  }

  @Test
  void staffCannotTurnItOff() {
    People people = new People(opening, db, port);
    Visitor visitor = people.signedIn(people.with(Role.REVIEWER));
    byte[] secret = People.secretOn(visitor.get("/login/two-step").body());
    visitor.post("/login/two-step", "code", People.code(secret, clock.now(), 0));
    visitor.get("/account/two-step");
    assertThat(visitor.post("/account/two-step/off").statusCode()).isEqualTo(409);
    assertThat(visitor.get("/account").body()).contains("two steps");
  }

  @Test
  void aCandidateNeedsNoneAndAPersonWhoIsBothDoes() {
    People people = new People(opening, db, port);
    Visitor visitor = new Visitor(port);
    assertThat(to(visitor.signIn(people.with(Role.CANDIDATE).email(), People.PASSWORD)))
        .isEqualTo("/me");
    Person both = people.with(Role.CANDIDATE, Role.AUDITOR);
    assertThat(to(new Visitor(port).signIn(both.email(), People.PASSWORD)))
        .isEqualTo("/login/two-step");
  }
}
