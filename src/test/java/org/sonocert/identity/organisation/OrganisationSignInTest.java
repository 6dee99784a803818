package org.sonocert.identity.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.MachineClock;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.People;
import org.sonocert.identity.People.Person;
import org.sonocert.identity.Role;
import org.sonocert.testing.RealPartsInProduction;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sign-in by the organisation's provider, in production, against one that runs here. */
@RealPartsInProduction
@DirtiesContext
class OrganisationSignInTest {
  private static final OrganisationProvider PROVIDER = new OrganisationProvider();

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired OpeningAccounts opening;
  @Autowired MachineClock clock;

  private People people;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("sonocert.oidc.issuer", PROVIDER::issuer);
    settings.add("sonocert.oidc.client-id", () -> OrganisationProvider.CLIENT);
    settings.add("sonocert.oidc.client-secret", () -> OrganisationProvider.SECRET);
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  @BeforeEach
  void people() {
    people = new People(opening, db, port);
  }

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  private static String to(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
  }

  private String signIn(Visitor visitor) {
    assertThat(visitor.get("/login").body()).contains("Sign in with your organisation");
    assertThat(to(visitor.get("/login/with-organisation")))
        .isEqualTo("/login/organisation/organisation");
    String provider = to(visitor.get("/login/organisation/organisation"));
    assertThat(provider).startsWith(PROVIDER.issuer() + "/authorize");
    return to(visitor.get(PROVIDER.comesBack(provider)));
  }

  @Test
  void staffComeInWithoutACodeOfOursAndTheSubjectIsKept() {
    Person person = people.with(Role.REVIEWER);
    String subject = UUID.randomUUID().toString();
    PROVIDER.person(subject, person.email(), true);
    Visitor visitor = new Visitor(port);
    visitor.get("/login");
    String before = visitor.session().orElseThrow().getValue();
    assertThat(signIn(visitor)).isEqualTo("/tasks");
    assertThat(visitor.get("/tasks").statusCode()).isEqualTo(200);
    assertThat(visitor.session().orElseThrow().getValue()).isNotEqualTo(before);
    assertThat(PROVIDER.asked())
        .containsKeys("code_challenge", "nonce")
        .doesNotContainKey("prompt");

    PROVIDER.person(subject, "moved-" + person.email(), false);
    assertThat(signIn(new Visitor(port)))
        .as("by the subject, not by the address")
        .isEqualTo("/tasks");
    assertThat(accounts()).as("no account by itself").doesNotContain("moved-" + person.email());
  }

  private java.util.List<String> accounts() {
    return db.sql("select email from account").query(String.class).list();
  }

  @Test
  void anAddressThatIsNotVerifiedLinksNothing() {
    Person person = people.with(Role.REVIEWER);
    PROVIDER.person(UUID.randomUUID().toString(), person.email(), false);
    Visitor visitor = new Visitor(port);
    assertThat(signIn(visitor)).isEqualTo("/login?organisation=unknown");
    assertThat(visitor.get("/login?organisation=unknown").body()).contains("no account here");
    assertThat(to(visitor.get("/tasks"))).isEqualTo("/login");
  }

  @Test
  void nobodyGetsAnAccountByIt() {
    String email = UUID.randomUUID() + "@example.org";
    PROVIDER.person(UUID.randomUUID().toString(), email, true);
    assertThat(signIn(new Visitor(port))).isEqualTo("/login?organisation=unknown");
    assertThat(accounts()).doesNotContain(email);
  }

  @Test
  void anotherSubjectWithTheSameAddressDoesNotGetTheAccount() {
    Person person = people.with(Role.OPERATOR);
    PROVIDER.person(UUID.randomUUID().toString(), person.email(), true);
    assertThat(signIn(new Visitor(port))).isEqualTo("/ops");
    PROVIDER.person(UUID.randomUUID().toString(), person.email(), true);
    assertThat(signIn(new Visitor(port))).isEqualTo("/login?organisation=unknown");
  }

  @Test
  void aDisabledPersonStaysOut() {
    Person person = people.with(Role.REVIEWER);
    String subject = UUID.randomUUID().toString();
    PROVIDER.person(subject, person.email(), true);
    assertThat(signIn(new Visitor(port))).isEqualTo("/tasks");
    db.sql("update account set disabled_at = now() where id = ?")
        .param(person.id().value())
        .update();
    assertThat(signIn(new Visitor(port))).isEqualTo("/login?organisation=unknown");
  }

  @Test
  void aTokenThatTheProviderDidNotSignOpensNothing() throws Exception {
    Person person = people.with(Role.REVIEWER);
    PROVIDER.person(UUID.randomUUID().toString(), person.email(), true).withAnotherKey();
    Visitor visitor = new Visitor(port);
    assertThat(signIn(visitor)).isEqualTo("/login?organisation=refused");
    assertThat(to(visitor.get("/tasks"))).isEqualTo("/login");
  }

  @Test
  void anAnswerToSomebodyElsesRequestOpensNothing() {
    Person person = people.with(Role.REVIEWER);
    PROVIDER.person(UUID.randomUUID().toString(), person.email(), true);
    Visitor victim = new Visitor(port);
    Visitor attacker = new Visitor(port);
    attacker.get("/login");
    String back = PROVIDER.comesBack(to(attacker.get("/login/organisation/organisation")));
    assertThat(to(victim.get(back))).isEqualTo("/login?organisation=refused");
  }

  @Test
  void aForeignLinkToTheWayBackSignsNobodyOut() {
    Person person = people.with(Role.REVIEWER);
    PROVIDER.person(UUID.randomUUID().toString(), person.email(), true);
    Visitor visitor = new Visitor(port);
    assertThat(signIn(visitor)).isEqualTo("/tasks");
    assertThat(to(visitor.get("/login/returned/organisation?code=x&state=y")))
        .isEqualTo("/login?organisation=refused");
    assertThat(visitor.get("/tasks").statusCode()).isEqualTo(200);
  }

  @Test
  void onlyAProviderThatHasJustSeenThePersonSparesThePassword() {
    Person person = people.with(Role.REVIEWER);
    String subject = UUID.randomUUID().toString();
    PROVIDER.person(subject, person.email(), true);
    Visitor visitor = new Visitor(port);
    signIn(visitor);
    assertThat(to(visitor.get("/account/password"))).startsWith("/account/confirm");
    assertThat(visitor.get("/account/confirm").body()).contains("Confirm with your organisation");

    PROVIDER.person(subject, person.email(), true).sawThemAt(clock.now().minusSeconds(3600));
    signIn(visitor);
    assertThat(PROVIDER.asked()).containsEntry("prompt", "login").containsEntry("max_age", "0");
    assertThat(to(visitor.get("/account/password"))).startsWith("/account/confirm");

    PROVIDER.person(subject, person.email(), true).sawThemAt(clock.now());
    signIn(visitor);
    assertThat(visitor.get("/account/password").statusCode()).isEqualTo(200);
  }
}
