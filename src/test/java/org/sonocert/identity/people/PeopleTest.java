package org.sonocert.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.People;
import org.sonocert.identity.People.Person;
import org.sonocert.identity.Role;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One administrator changes what another person may do, and never what they may do themselves. */
@RealParts
class PeopleTest {
  private static final String WHY = "agreed with the programme on the phone";
  private static final Reason REASON = new Reason(WHY);
  private static final Pattern INVITATION = Pattern.compile("/invitation/[\\w-]{43}");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired OpeningAccounts opening;
  @Autowired Accounts accounts;
  @Autowired ChangingPeople changing;
  @Autowired InvitingStaff inviting;
  @Autowired MachineClock clock;

  private People people;
  private Person admin;
  private Visitor desk;

  @BeforeEach
  void administrator() {
    people = new People(opening, db, port);
    admin = people.with(Role.ADMINISTRATOR);
    desk = people.signedIn(admin);
  }

  @AfterEach
  void forget() {
    db.sql("delete from attempt").update();
    db.sql("update account set disabled_at = now() where id = ?")
        .param(admin.id().value())
        .update();
  }

  @Test
  void aRoleIsGivenAndTakenWithAReasonAndWrittenDown() {
    Person person = people.with(Role.REVIEWER);
    Visitor visitor = people.signedIn(person);
    assertThat(act(person, "role", "role", "programme-manager", "act", "grant").statusCode())
        .isEqualTo(302);
    assertThat(visitor.get("/tasks").statusCode()).as("signed out by the change").isEqualTo(302);
    Visitor again = people.signedIn(person);
    assertThat(again.get("/programme/codes").statusCode()).isEqualTo(200);
    act(person, "role", "role", "programme-manager", "act", "withdraw");
    assertThat(people.signedIn(person).get("/programme/codes").statusCode()).isEqualTo(404);
    String page = desk.get("/admin/people/" + person.id()).body();
    assertThat(page).contains("Role given:", "Role taken away:", "programme manager", WHY);
  }

  @Test
  void withoutAReasonNothingHappensAndWhatWasTypedStands() {
    Person person = people.with(Role.REVIEWER);
    desk.get("/admin/people/" + person.id());
    HttpResponse<String> refused =
        desk.post(
            "/admin/people/" + person.id() + "/role",
            "role",
            "auditor",
            "act",
            "grant",
            "reason",
            "because");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Say why, in 10 to 500 letters", ">because<");
    assertThat(accounts.get(person.id()).roles()).containsExactly(Role.REVIEWER);
  }

  @Test
  void nobodyChangesTheirOwnAccount() {
    String own = "/admin/people/" + admin.id();
    assertThat(desk.get(own).body()).contains("This is your own account").doesNotContain("/role\"");
    for (String act : List.of("role", "disable", "enable", "second-step")) {
      assertThat(
              desk.post(own + "/" + act, "role", "auditor", "act", "grant", "reason", WHY)
                  .statusCode())
          .as(act)
          .isEqualTo(409);
    }
    assertThat(accounts.get(admin.id()).roles()).containsExactly(Role.ADMINISTRATOR);
    assertThatThrownBy(
            () ->
                db.sql(
                        "insert into account_change (account_id, by_account, what, reason, at)"
                            + " values (?, ?, 'role-granted', 'own', now())")
                    .params(admin.id().value(), admin.id().value())
                    .update())
        .hasStackTraceContaining("violates check constraint");
  }

  @Test
  void whatWasWrittenDownStays() {
    Person person = people.with(Role.REVIEWER);
    changing.grant(admin.id(), person.id(), Role.AUDITOR, REASON);
    for (String statement :
        List.of("update account_change set reason = 'x'", "delete from account_change")) {
      assertThatThrownBy(() -> db.sql(statement).update())
          .hasStackTraceContaining("permission denied for table account_change");
    }
  }

  @Test
  void ofTwoAdministratorsWhoRemoveEachOtherOneWinsAndOneStays() throws Exception {
    for (int round = 0; round < 5; round++) {
      Person one = people.with(Role.ADMINISTRATOR);
      Person other = people.with(Role.ADMINISTRATOR);
      List<String> ends =
          AtOnce.all(
              List.of(
                  () -> end(() -> withdraw(one, other)), () -> end(() -> withdraw(other, one))));
      assertThat(ends).containsExactlyInAnyOrder("done", "not-found");
      long left =
          List.of(one, other).stream()
              .filter(p -> accounts.get(p.id()).roles().contains(Role.ADMINISTRATOR))
              .count();
      assertThat(left).isEqualTo(1);
      db.sql("update account set disabled_at = now() where id in (?, ?)")
          .params(one.id().value(), other.id().value())
          .update();
    }
  }

  @Test
  void theLastAdministratorStays() {
    Person other = people.with(Role.ADMINISTRATOR);
    List<UUID> rest =
        db.sql(
                "select id from account a join account_role r on r.account_id = a.id"
                    + " where role = 'administrator' and disabled_at is null and id not in (?, ?)")
            .params(admin.id().value(), other.id().value())
            .query(UUID.class)
            .list();
    UUID[] out = rest.toArray(UUID[]::new);
    db.sql("update account set disabled_at = now() where id = any(?)").param(out).update();
    try {
      withdraw(other, admin);
      assertThat(end(() -> withdraw(admin, other))).isEqualTo("not-found");
      assertThat(end(() -> withdraw(other, other))).isEqualTo("own-account");
      assertThat(end(() -> changing.disable(other.id(), other.id(), REASON)))
          .isEqualTo("own-account");
      assertThat(accounts.get(other.id()).roles()).containsExactly(Role.ADMINISTRATOR);
    } finally {
      db.sql("update account set disabled_at = null where id = any(?)").param(out).update();
    }
  }

  private void withdraw(Person acting, Person about) {
    changing.withdraw(acting.id(), about.id(), Role.ADMINISTRATOR, REASON);
  }

  private static String end(Runnable work) {
    try {
      work.run();
      return "done";
    } catch (Rejected refused) {
      return refused.rejection().code();
    }
  }

  @Test
  void aDisabledPersonIsOutOnTheNextRequestAndBackAfterEnabling() {
    Person person = people.with(Role.REVIEWER);
    Visitor laptop = people.signedIn(person);
    Visitor phone = people.signedIn(person);
    assertThat(act(person, "disable").statusCode()).isEqualTo(302);
    assertThat(laptop.get("/tasks").statusCode()).isEqualTo(302);
    assertThat(phone.get("/tasks").statusCode()).isEqualTo(302);
    assertThat(new Visitor(port).signIn(person.email(), People.PASSWORD).statusCode())
        .isEqualTo(422);
    assertThat(act(person, "enable").statusCode()).isEqualTo(302);
    assertThat(people.signedIn(person).get("/tasks").statusCode()).isEqualTo(200);
  }

  @Test
  void aLostDeviceIsResetByAnotherPersonAndTheOwnerIsTold() {
    Person person = people.with(Role.REVIEWER);
    Visitor visitor = people.signedIn(person);
    byte[] secret = People.secretOn(visitor.get("/account/two-step").body());
    visitor.post("/account/two-step", "code", People.code(secret, clock.now(), 0));
    assertThat(act(person, "second-step").statusCode()).isEqualTo(302);
    assertThat(visitor.get("/tasks").statusCode()).isEqualTo(302);
    assertThat(
            new Visitor(port)
                .signIn(person.email(), People.PASSWORD)
                .headers()
                .firstValue("Location"))
        .hasValue("/tasks");
    assertThat(people.letters("second-step-reset", person.email())).isEqualTo(1);
  }

  @Test
  void peopleAreFoundByTheBeginningOfAddressOrNamePageByPage() {
    String name = "Zq" + UUID.randomUUID().toString().substring(0, 8);
    for (int i = 0; i < FindingPeople.PER_PAGE + 2; i++) {
      Person one = people.with(Role.CANDIDATE);
      db.sql("update account set family_name = ? where id = ?")
          .params(name, one.id().value())
          .update();
    }
    String first = desk.get("/admin/people?find=" + name.substring(0, 6)).body();
    Matcher next =
        Pattern.compile("href=\"(/admin/people\\?find=[^\"]*after=[^\"]*)\"").matcher(first);
    assertThat(next.find()).isTrue();
    String second = desk.get(next.group(1).replace("&amp;", "&")).body();
    assertThat(count(first, name)).isEqualTo(FindingPeople.PER_PAGE);
    assertThat(count(second, name)).isEqualTo(2);
    Person one = people.with(Role.CANDIDATE);
    assertThat(desk.get("/admin/people?find=" + one.email().substring(0, 12)).body())
        .contains(one.email());
    assertThat(desk.get("/admin/people?find=%25").body()).contains("Nobody found");
  }

  private static long count(String page, String name) {
    return Pattern.compile(">[^<]* " + name + "</a>").matcher(page).results().count();
  }

  @Test
  void whoIsInvitedChoosesThePasswordAndHasTheRoles() {
    String email = UUID.randomUUID() + "@example.org";
    desk.get("/admin/people/invite");
    HttpResponse<String> sent =
        desk.post(
            "/admin/people/invite",
            "givenName",
            "Ira",
            "familyName",
            "Solberg",
            "email",
            email,
            "role",
            "reviewer",
            "role",
            "auditor",
            "role",
            "candidate",
            "language",
            "es",
            "reason",
            WHY);
    assertThat(sent.statusCode()).isEqualTo(302);
    String link = link(email);
    Visitor guest = new Visitor(port);
    assertThat(guest.get(link).body()).contains(email);
    assertThat(guest.post(link, "password", "Ira Solberg 12").statusCode()).isEqualTo(422);
    assertThat(guest.post(link, "password", People.PASSWORD).statusCode()).isEqualTo(302);
    assertThat(guest.get(link).statusCode()).isEqualTo(410);
    var account = accounts.findByEmail(email).orElseThrow();
    assertThat(account.roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.AUDITOR);
    assertThat(account.locale()).isEqualTo(Locale.forLanguageTag("es"));
    assertThat(desk.get("/admin/people/" + account.id()).body())
        .contains("Account opened by invitation", WHY);
  }

  @Test
  void anInvitationDiesWithTheRightToInvite() {
    String email = UUID.randomUUID() + "@example.org";
    Person second = people.with(Role.ADMINISTRATOR);
    inviting.invite(second.id(), invitation(email), REASON);
    String link = link(email);
    assertThat(new Visitor(port).get(link).statusCode()).isEqualTo(200);
    withdraw(admin, second);
    assertThat(new Visitor(port).get(link).statusCode()).isEqualTo(410);
    assertThat(end(() -> inviting.invite(second.id(), invitation(email), REASON)))
        .isEqualTo("not-found");
  }

  @Test
  void anAddressThatHasAnAccountIsNotInvited() {
    Person person = people.with(Role.CANDIDATE);
    assertThat(end(() -> inviting.invite(admin.id(), invitation(person.email()), REASON)))
        .isEqualTo("invited-known");
  }

  private static InvitingStaff.Invitation invitation(String email) {
    return new InvitingStaff.Invitation(
        email, "Ira", "Solberg", Locale.ENGLISH, java.util.Set.of(Role.REVIEWER));
  }

  private String link(String email) {
    return people.linkIn(email, INVITATION);
  }

  @Test
  void somebodyWhoIsNotThereIsNotFound() {
    assertThat(desk.get("/admin/people/" + AccountId.create()).statusCode()).isEqualTo(404);
    assertThat(desk.get("/admin/people/none").statusCode()).isEqualTo(404);
    assertThat(people.signedIn(people.with(Role.AUDITOR)).get("/admin/people").statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> act(Person about, String what, String... fields) {
    desk.get("/admin/people/" + about.id());
    String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "reason";
    all[fields.length + 1] = WHY;
    return desk.post("/admin/people/" + about.id() + "/" + what, all);
  }
}
