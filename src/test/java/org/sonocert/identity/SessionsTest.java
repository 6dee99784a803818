package org.sonocert.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sonocert.identity.SecondStepTest.to;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.MachineClock;
import org.sonocert.identity.People.Person;
import org.sonocert.identity.people.ChangingPeople;
import org.sonocert.identity.people.Reason;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Where somebody is signed in, for how long, and what asks for the password once more. */
@RealParts
class SessionsTest {
  private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([0-9a-f]{24})\"");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired OpeningAccounts opening;
  @Autowired MachineClock clock;
  @Autowired JdbcIndexedSessionRepository sessions;
  @Autowired Sessions housekeeping;
  @Autowired ResettingPasswords resetting;
  @Autowired ChangingPeople changing;
  @Autowired Accounts accounts;

  private People people;
  private Person person;

  @BeforeEach
  void people() {
    people = new People(opening, db, port);
    person = people.with(Role.CANDIDATE);
  }

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  static String id(Visitor visitor) {
    return new String(Base64.getDecoder().decode(visitor.session().orElseThrow().getValue()));
  }

  private static boolean in(Visitor visitor) {
    return visitor.get("/me").statusCode() == 200;
  }

  @Test
  void oneOfSeveralDevicesIsSignedOutFromAnother() {
    Visitor here = people.signedIn(person);
    Visitor there = people.signedIn(person);
    String page = here.get("/account").body();
    List<String> marks = MARK.matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(marks).hasSize(1);
    assertThat(page).doesNotContain(id(there)).contains("this one", "127.0.0.1");
    assertThat(to(here.post("/account/sessions/end", "mark", marks.get(0)))).startsWith("/account");
    assertThat(in(there)).isFalse();
    assertThat(in(here)).isTrue();
  }

  @Test
  void anotherPersonsMarkEndsNothing() {
    Visitor stranger = people.signedIn(people.with(Role.CANDIDATE));
    Visitor mine = people.signedIn(person);
    people.signedIn(person).get("/account");
    Visitor other = people.signedIn(person);
    String mark =
        MARK.matcher(other.get("/account").body()).results().findFirst().orElseThrow().group(1);
    stranger.get("/account");
    stranger.post("/account/sessions/end", "mark", mark);
    assertThat(in(mine)).isTrue();
    assertThat(in(other)).isTrue();
  }

  @Test
  void signOutEverywhereMeansHereToo() {
    Visitor here = people.signedIn(person);
    Visitor there = people.signedIn(person);
    here.get("/account");
    assertThat(to(here.post("/account/sessions/end-all"))).isEqualTo("/login?out");
    assertThat(in(here)).isFalse();
    assertThat(in(there)).isFalse();
  }

  @Test
  void aNewPasswordEndsAllOtherDevicesAndIsTold() {
    Visitor here = people.signedIn(person);
    Visitor there = people.signedIn(person);
    resetting.forgot(person.email());
    here.get("/account/password");
    assertThat(here.post("/account/password", "password", "Ana Belmonte").statusCode())
        .isEqualTo(422);
    assertThat(to(here.post("/account/password", "password", "four loud storks at dawn")))
        .isEqualTo("/account?changed");
    assertThat(in(there)).isFalse();
    assertThat(in(here)).isTrue();
    assertThat(new Visitor(port).signIn(person.email(), People.PASSWORD).statusCode())
        .isEqualTo(422);
    assertThat(people.letters("password-changed", person.email())).isEqualTo(1);
    assertThat(
            db.sql("select count(*) from password_reset where account_id = ?")
                .param(person.id().value())
                .query(Long.class)
                .single())
        .as("links that would set another one")
        .isZero();
  }

  /** The row of a session is written when its request ends, here after the change. */
  private Visitor signingInWhile(Runnable change) {
    return lateSession(sessions, change);
  }

  private <S extends Session> Visitor lateSession(
      SessionRepository<S> repository, Runnable change) {
    SignedIn read = SignedIn.of(accounts.get(person.id()));
    change.run();
    S late = repository.createSession();
    late.setAttribute(
        "SPRING_SECURITY_CONTEXT",
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(read, null, List.of())));
    repository.save(late);
    String cookie = Base64.getEncoder().encodeToString(late.getId().getBytes(US_ASCII));
    return new Visitor(port).with("Cookie", "SESSION=" + cookie);
  }

  @Test
  void aSignInThatReadTheRowBeforeItChangedIsNotIn() {
    var admin = people.with(Role.ADMINISTRATOR);
    Reason why = new Reason("asked for by the programme");
    assertThat(in(signingInWhile(() -> {}))).as("nothing changed").isTrue();
    assertThat(
            in(signingInWhile(() -> changing.grant(admin.id(), person.id(), Role.REVIEWER, why))))
        .as("a role was given")
        .isFalse();
    assertThat(
            in(
                signingInWhile(
                    () -> changing.withdraw(admin.id(), person.id(), Role.REVIEWER, why))))
        .as("a role was taken")
        .isFalse();
    Visitor here = people.signedIn(person);
    here.get("/account/password");
    assertThat(
            in(
                signingInWhile(
                    () -> here.post("/account/password", "password", "four loud storks at dawn"))))
        .as("another password was set")
        .isFalse();
    assertThat(in(here)).as("where it was set").isTrue();
    assertThat(in(here)).as("and after its row was written again").isTrue();
    assertThat(here.get("/account").body()).doesNotContain("name=\"mark\"");
    assertThat(in(signingInWhile(() -> changing.disable(admin.id(), person.id(), why))))
        .as("the account was disabled")
        .isFalse();
  }

  @Test
  void housekeepingForgetsSessionsOfAnEarlierRound() {
    signingInWhile(() -> housekeeping.endAll(person.id()));
    assertThat(rows()).isEqualTo(1);
    housekeeping.run(clock.now());
    assertThat(rows()).isZero();
  }

  private long rows() {
    return db.sql("select count(*) from spring_session where principal_name = ?")
        .param(person.id().toString())
        .query(Long.class)
        .single();
  }

  @Test
  void whoSignedInAtTheMomentOfBeingDisabledIsOutWithinMinutes() {
    Visitor visitor = people.signedIn(person);
    db.sql("update account set disabled_at = now() where id = ?")
        .param(person.id().value())
        .update();
    assertThat(in(visitor)).isTrue();
    housekeeping.run(clock.now());
    assertThat(in(visitor)).isFalse();
  }

  @Test
  void sixMinutesAfterSignInThePasswordIsAskedAgainAndOnlyThen() {
    Visitor visitor = people.signedIn(person);
    for (String page : List.of("/account/password", "/account/addresses", "/account/two-step")) {
      assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(200);
    }
    proved(visitor, Duration.ofMinutes(6));
    for (String page : List.of("/account/password", "/account/addresses", "/account/two-step")) {
      assertThat(to(visitor.get(page))).isEqualTo("/account/confirm?to=" + page);
    }
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    assertThat(to(visitor.post("/account/password", "password", "four loud storks at dawn")))
        .startsWith("/account/confirm");
    visitor.get("/account/confirm?to=/account/password");
    assertThat(
            visitor
                .post("/account/confirm", "to", "/account/password", "password", "not mine at all")
                .statusCode())
        .isEqualTo(422);
    assertThat(
            to(
                visitor.post(
                    "/account/confirm", "to", "/account/password", "password", People.PASSWORD)))
        .isEqualTo("/account/password");
    assertThat(visitor.get("/account/password").statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasAnAuthenticatorGivesItsCodeAgainToo() {
    Visitor visitor = people.signedIn(person);
    byte[] secret = People.secretOn(visitor.get("/account/two-step").body());
    visitor.post("/account/two-step", "code", People.code(secret, clock.now(), -1));
    proved(visitor, Duration.ofMinutes(6));
    visitor.get("/account/confirm");
    assertThat(
            visitor.post("/account/confirm", "password", People.PASSWORD, "code", "").statusCode())
        .isEqualTo(422);
    String code = People.code(secret, clock.now(), 1);
    assertThat(to(visitor.post("/account/confirm", "password", People.PASSWORD, "code", code)))
        .isEqualTo("/account");
  }

  @Test
  void whatAnAdministratorMayDoToOthersAsksForThePasswordAgain() {
    Visitor admin = people.signedIn(people.with(Role.ADMINISTRATOR));
    String page = "/admin/people/" + person.id();
    assertThat(admin.get(page).statusCode()).isEqualTo(200);
    proved(admin, Duration.ofMinutes(6));
    assertThat(admin.get("/admin/people").statusCode()).isEqualTo(200);
    assertThat(to(admin.get("/admin/people/invite"))).startsWith("/account/confirm");
    assertThat(to(admin.get(page))).isEqualTo("/account/confirm?to=" + page);
    assertThat(to(admin.post(page + "/disable", "reason", "asked for by the programme")))
        .isEqualTo("/account/confirm?to=" + page + "/disable");
    assertThat(in(people.signedIn(person))).as("nothing was done").isTrue();
    admin.get("/account/confirm");
    assertThat(confirmed(admin, page + "/disable")).isEqualTo(page);
    assertThat(admin.get(page).statusCode()).isEqualTo(200);
  }

  @Test
  void givingMoneyBackAsksForThePasswordAgainAndLookingAtItDoesNot() {
    Visitor manager = people.signedIn(people.with(Role.PROGRAMME_MANAGER));
    String refund = "/programme/money/refunds/" + UUID.randomUUID();
    manager.get("/programme/money");
    assertThat(manager.post(refund + "/decide", "approved", "true").statusCode()).isEqualTo(404);
    proved(manager, Duration.ofMinutes(6));
    assertThat(manager.get("/programme/money").statusCode()).isEqualTo(200);
    assertThat(to(manager.post(refund + "/decide", "approved", "true")))
        .isEqualTo("/account/confirm?to=" + refund + "/decide");
    assertThat(to(manager.post(refund + "/paid-back", "reference", "T-1")))
        .startsWith("/account/confirm");
    manager.get("/account/confirm");
    assertThat(confirmed(manager, refund + "/decide")).isEqualTo("/programme/money");
  }

  private static String confirmed(Visitor visitor, String to) {
    return to(visitor.post("/account/confirm", "to", to, "password", People.PASSWORD));
  }

  @Test
  void theWayOnAfterThePasswordNeverLeadsOutOfTheAccount() {
    Visitor visitor = people.signedIn(person);
    visitor.get("/account/confirm");
    for (String hostile :
        List.of("//evil.example", "https://evil.example/account", "/account/../me", "/logout")) {
      assertThat(to(visitor.post("/account/confirm", "to", hostile, "password", People.PASSWORD)))
          .isEqualTo("/account");
      visitor.get("/account/confirm");
    }
  }

  private void proved(Visitor visitor, Duration ago) {
    age(sessions, visitor, ago);
  }

  private <S extends Session> void age(
      SessionRepository<S> repository, Visitor visitor, Duration ago) {
    S session = repository.findById(id(visitor));
    SecurityContextImpl context = session.getAttribute("SPRING_SECURITY_CONTEXT");
    var person = (SignedIn) context.getAuthentication().getPrincipal();
    var proof =
        FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
            .issuedAt(clock.now().minus(ago))
            .build();
    session.setAttribute(
        "SPRING_SECURITY_CONTEXT",
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(person, null, List.of(proof))));
    repository.save(session);
  }
}
