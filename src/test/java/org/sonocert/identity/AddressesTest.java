package org.sonocert.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sonocert.identity.SecondStepTest.to;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.identity.People.Person;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person's mailboxes: a new one answers before it counts, and the old one is told. */
@RealParts
class AddressesTest {
  private static final Pattern LINK = Pattern.compile("/account/mailbox/[\\w-]{43}");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired OpeningAccounts opening;
  @Autowired Accounts accounts;
  @Autowired ResettingPasswords resetting;

  private People people;
  private Person person;
  private Visitor visitor;

  @BeforeEach
  void people() {
    people = new People(opening, db, port);
    person = people.with(Role.CANDIDATE);
    visitor = people.signedIn(person);
  }

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  private String ask(String kind, String email) {
    visitor.get("/account/addresses");
    return to(visitor.post("/account/addresses", "kind", kind, "email", email));
  }

  private String link(String email) {
    return people.linkIn(email, LINK);
  }

  private static String fresh() {
    return UUID.randomUUID() + "@new.example";
  }

  @Test
  void aNewAddressCountsOnceItsMailboxAnsweredAndTheOldOneIsTold() {
    String email = fresh();
    Visitor other = people.signedIn(person);
    assertThat(ask("main", email.toUpperCase(Locale.ROOT))).isEqualTo("/account?asked");
    assertThat(accounts.get(person.id()).email()).isEqualTo(person.email());
    String link = link(email);
    assertThat(visitor.get(link).body()).contains(email);
    assertThat(accounts.get(person.id()).email()).as("a scanner's GET").isEqualTo(person.email());
    assertThat(to(visitor.post(link))).isEqualTo("/account?address");
    assertThat(accounts.get(person.id()).email()).isEqualTo(email);
    assertThat(people.letters("address-changed", person.email())).isEqualTo(1);
    assertThat(to(other.get("/me"))).isEqualTo("/login");
    assertThat(visitor.get(link).statusCode()).isEqualTo(410);
    assertThat(new Visitor(port).signIn(person.email(), People.PASSWORD).statusCode())
        .isEqualTo(422);
    assertThat(to(new Visitor(port).signIn(email, People.PASSWORD))).isEqualTo("/me");
  }

  @Test
  void aLinkIsWorthNothingToAnotherPerson() {
    String email = fresh();
    ask("main", email);
    Visitor thief = people.signedIn(people.with(Role.CANDIDATE));
    assertThat(thief.get(link(email)).statusCode()).isEqualTo(410);
    thief.get("/account");
    assertThat(thief.post(link(email)).statusCode()).isEqualTo(410);
  }

  @Test
  void somebodyElsesAddressIsToldToItsOwnerOnly() {
    Person owner = people.with(Role.CANDIDATE);
    assertThat(ask("main", owner.email())).isEqualTo("/account?asked");
    assertThat(people.letters("confirm-new-address", owner.email())).isZero();
    assertThat(people.letters("address-known", owner.email())).isEqualTo(1);
  }

  @Test
  void withTheSecondAddressOneSignsInAndSetsANewPassword() {
    String second = fresh();
    ask("second", second);
    visitor.get(link(second));
    assertThat(to(visitor.post(link(second)))).isEqualTo("/account?address");
    assertThat(accounts.get(person.id()).email()).isEqualTo(person.email());
    assertThat(to(new Visitor(port).signIn(second, People.PASSWORD))).isEqualTo("/me");
    resetting.forgot(second);
    assertThat(people.letters("reset-password", second)).isEqualTo(1);
    assertThat(people.letters("reset-password", person.email())).isZero();
    assertThat(people.letters("address-changed", person.email())).isEqualTo(1);

    String used = link(second);
    assertThat(ask("main", second)).as("becomes the first").isEqualTo("/account?asked");
    String swap = await().until(() -> link(second), newest -> !newest.equals(used));
    visitor.get(swap);
    visitor.post(swap);
    assertThat(accounts.addresses(person.id())).containsExactly(second);
  }

  @Test
  void oneMailboxBelongsToOnePersonWhicheverTableNamesIt() {
    String second = fresh();
    ask("second", second);
    visitor.get(link(second));
    visitor.post(link(second));
    Person other = people.with(Role.CANDIDATE);
    assertThatThrownBy(
            () ->
                db.sql("update account set email = ? where id = ?")
                    .params(second, other.id().value())
                    .update())
        .hasStackTraceContaining("second one of another account");
    assertThatThrownBy(
            () ->
                db.sql("insert into second_address values (?, ?, now())")
                    .params(other.id().value(), person.email())
                    .update())
        .hasStackTraceContaining("first one of an account");
    var row = new OpeningAccounts.Person(second, "Eva", "Two", Locale.ENGLISH, "{noop}x", null);
    assertThat(opening.open(row, java.util.Set.of(Role.CANDIDATE), "system")).isEmpty();
  }

  @Test
  void whatIsNoAddressIsSaidAtOnceAndStaysInItsField() {
    visitor.get("/account/addresses");
    var refused =
        visitor.post("/account/addresses", "kind", "second", "email", "a@b.example, c@d.example");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("a@b.example, c@d.example", "Give one e-mail address");
  }

  @Test
  void linksToTheOldMailboxThatSetAPasswordDieWithTheChange() {
    resetting.forgot(person.email());
    String email = fresh();
    ask("main", email);
    visitor.get(link(email));
    visitor.post(link(email));
    assertThat(
            db.sql("select count(*) from password_reset where account_id = ?")
                .param(person.id().value())
                .query(Long.class)
                .single())
        .isZero();
  }
}
