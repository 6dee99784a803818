package org.sonocert.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stranger opens an account, by pages and mails only. */
@RealParts
class SigningUpTest {
  private static final String PASSWORD = "three quiet herons at noon";

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  @Test
  void aStrangerSignsUpConfirmsAndSignsIn() {
    String email = address();
    Visitor visitor = signUp(email, PASSWORD);
    String link = onlyLink(email, "Confirm your e-mail address");

    visitor.signIn(email, PASSWORD);
    assertThat(visitor.get("/me").statusCode()).as("not before the confirmation").isEqualTo(302);
    visitor.get(link);
    assertThat(visitor.get(link).body()).as("a GET changes nothing").contains("Confirm my address");
    HttpResponse<String> confirmed = visitor.post(path(link), "password", PASSWORD);
    assertThat(location(confirmed)).isEqualTo("/login?confirmed");

    HttpResponse<String> in = visitor.signIn(email, PASSWORD);
    assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/me");
    assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
    assertThat(
            db.sql(
                    "select role from account_role join account a on a.id = account_id where email = ?")
                .param(email)
                .query(String.class)
                .list())
        .containsExactly("candidate");
  }

  @Test
  void aLinkOpensNoAccountForWhoeverDoesNotKnowThePasswordOfTheSignUp() {
    String email = address();
    signUp(email, "chosen by a stranger");
    String link = onlyLink(email, "Confirm your e-mail address");
    Visitor owner = new Visitor(port);
    owner.get(link);
    for (String typed : List.of("", "a password of mine")) {
      HttpResponse<String> refused = owner.post(path(link), "password", typed);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body())
          .contains("Your address is not confirmed yet", "role=\"alert\"", "aria-invalid=\"true\"");
    }
    assertThat(owner.get("/confirm/" + path(link).substring(9) + "?lang=es").body())
        .contains("Contraseña de su registro");
    assertThat(accounts(email)).isZero();
    HttpResponse<String> opened = owner.post(path(link), "password", "chosen by a stranger");
    assertThat(location(opened)).isEqualTo("/login?confirmed");
    assertThat(accounts(email)).isEqualTo(1);
  }

  @Test
  void theEleventhTryAtALinkIsRefusedEvenWithTheRightPassword() {
    String email = address();
    Visitor visitor = signUp(email, PASSWORD);
    String link = onlyLink(email, "Confirm your e-mail address");
    visitor.get(link);
    visitor.post(path(link), "password", "wrong");
    db.sql("insert into attempt (bucket, at) select bucket, at from attempt, generate_series(1, 9)")
        .update();
    HttpResponse<String> refused = visitor.post(path(link), "password", PASSWORD);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Too many tries", "Wait 15 minutes");
    forgetTries();
    assertThat(visitor.post(path(link), "password", PASSWORD).statusCode()).isEqualTo(302);
  }

  @Test
  void aUsedAWrongAndAnOldLinkAreOverAndTellHowToGetANewOne() {
    String email = address();
    Visitor visitor = signUp(email, PASSWORD);
    String link = onlyLink(email, "Confirm your e-mail address");
    visitor.get(link);
    visitor.post(path(link), "password", PASSWORD);
    for (String over : List.of(path(link), "/confirm/" + "x".repeat(43), "/confirm/short")) {
      HttpResponse<String> page = visitor.get(over);
      assertThat(page.statusCode()).isEqualTo(410);
      assertThat(page.body()).contains("This link is over", "href=\"/confirm\"");
    }
    String late = address();
    signUp(late, PASSWORD);
    String old = onlyLink(late, "Confirm your e-mail address");
    db.sql("update sign_up set expires_at = now() - interval '1 second' where email = ?")
        .param(late)
        .update();
    assertThat(visitor.get(old).statusCode()).isEqualTo(410);
    visitor.get("/confirm");
    visitor.post("/confirm", "email", late);
    await().until(() -> links(late).size() == 2);
    visitor.get(links(late).get(1));
    assertThat(visitor.post(path(links(late).get(1)), "password", PASSWORD).statusCode())
        .isEqualTo(302);
  }

  @Test
  void theAnswerIsTheSameWhetherTheAddressIsKnownOrNot() {
    String email = "candidate1@demo.example";
    HttpResponse<String> known = answer(email.toUpperCase(java.util.Locale.ROOT), PASSWORD);
    HttpResponse<String> fresh = answer(address(), PASSWORD);
    assertThat(known.statusCode()).isEqualTo(fresh.statusCode()).isEqualTo(302);
    assertThat(location(known)).isEqualTo(location(fresh));
    await().until(() -> subjects(email).contains("You already have an account"));
    assertThat(new Visitor(port).signIn(email, RealParts.PASSWORD).statusCode())
        .as("nothing changed")
        .isEqualTo(302);
  }

  @Test
  void aNameHoldsAnyLettersButNoSignsThatChangeWhatStandsBesideIt() {
    Visitor visitor = new Visitor(port);
    visitor.get("/signup");
    for (String name : List.of("Ana\u202eanA", "Ana\u2066", "<b>Ana", "Ana\u0085")) {
      HttpResponse<String> page = visitor.post("/signup", "givenName", name, "familyName", "B");
      assertThat(page.statusCode()).isEqualTo(422);
      assertThat(page.body()).as(name).contains("without &lt; and &gt;");
    }
    for (String name : // the NUL, which a database cannot keep, is taken out
        List.of("محمد", "د\u200cن", "O'Brien-\u00d1u\u0301\u00f1ez", "田中", "Ana\u0000")) {
      HttpResponse<String> page = visitor.post("/signup", "givenName", name, "familyName", "B");
      assertThat(page.body()).as(name).doesNotContain("without &lt; and &gt;");
    }
  }

  @Test
  void whatIsMissingOrWrongIsNamedAndTheRestIsKept() {
    Visitor visitor = new Visitor(port);
    visitor.get("/signup");
    HttpResponse<String> page =
        visitor.post(
            "/signup",
            "givenName",
            "Ana",
            "familyName",
            "",
            "email",
            "ana@example.org\r\nBcc: x@example.org",
            "password",
            "short");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains(
            "value=\"Ana\"",
            "Give your family name",
            "Give one e-mail address",
            "at least 12 characters",
            "consent to the rules")
        .doesNotContain("value=\"short\"");
    for (String weak :
        List.of("password1234", "aaaaaaaaaaaaaaa", "xxana@example.orgxx", "é".repeat(40))) {
      HttpResponse<String> refused =
          visitor.post(
              "/signup",
              "givenName",
              "Ana",
              "familyName",
              "B",
              "email",
              "ana@example.org",
              "password",
              weak,
              "rules",
              "true");
      assertThat(refused.statusCode()).as(weak).isEqualTo(422);
    }
  }

  @Test
  void extraFieldsAreNotRead() {
    String email = address();
    Visitor visitor = new Visitor(port);
    visitor.get("/signup");
    visitor.post(
        "/signup",
        "givenName",
        "Ana",
        "familyName",
        "B",
        "email",
        email,
        "password",
        PASSWORD,
        "rules",
        "true",
        "role",
        "administrator",
        "roles",
        "administrator");
    String link = onlyLink(email, "Confirm your e-mail address");
    visitor.get(link);
    visitor.post(path(link), "password", PASSWORD, "role", "administrator");
    assertThat(
            db.sql(
                    "select role from account_role join account a on a.id = account_id where email = ?")
                .param(email)
                .query(String.class)
                .list())
        .containsExactly("candidate");
  }

  @Test
  void aForgottenPasswordIsReplacedOnceAndEveryDeviceIsSignedOut() {
    String email = confirmedPerson();
    Visitor device = new Visitor(port);
    device.signIn(email, PASSWORD);
    assertThat(device.get("/me").statusCode()).isEqualTo(200);

    Visitor visitor = new Visitor(port);
    visitor.get("/password/forgot");
    visitor.post("/password/forgot", "email", email);
    String link = onlyLink(email, "Set a new password");
    visitor.get(link);
    assertThat(visitor.post(path(link), "password", "short").statusCode()).isEqualTo(422);
    String fresh = "four loud geese at dawn";
    assertThat(location(visitor.post(path(link), "password", fresh))).isEqualTo("/login?changed");
    assertThat(visitor.get(link).statusCode()).isEqualTo(410);

    assertThat(device.get("/me").statusCode()).as("signed out").isEqualTo(302);
    assertThat(visitor.signIn(email, PASSWORD).statusCode()).isEqualTo(422);
    assertThat(visitor.signIn(email, fresh).statusCode()).isEqualTo(302);
    await().until(() -> subjects(email).contains("Your password was changed"));
  }

  @Test
  void nobodyLearnsFromAForgottenPasswordWhoHasAnAccount() {
    Visitor visitor = new Visitor(port);
    visitor.get("/password/forgot");
    HttpResponse<String> answer = visitor.post("/password/forgot", "email", address());
    assertThat(location(answer)).isEqualTo("/password/sent");
  }

  @Test
  void tokensAreStoredHashedOnlyAndLeaveTheOutboxOnceSent() {
    String email = address();
    signUp(email, PASSWORD);
    String token =
        path(onlyLink(email, "Confirm your e-mail address")).substring("/confirm/".length());
    assertThat(token).hasSizeGreaterThanOrEqualTo(43);
    await()
        .until(
            () ->
                db.sql("select state from outbox where recipient = ?")
                    .param(email)
                    .query(String.class)
                    .single()
                    .equals("SENT"));
    assertThat(
            db.sql("select model::text from outbox where recipient = ?")
                .param(email)
                .query(String.class)
                .single())
        .doesNotContain(token);
    assertThat(
            db.sql("select s::text from sign_up s where email = ?")
                .param(email)
                .query(String.class)
                .single())
        .doesNotContain(token, PASSWORD);
  }

  private String confirmedPerson() {
    String email = address();
    Visitor visitor = signUp(email, PASSWORD);
    String link = onlyLink(email, "Confirm your e-mail address");
    visitor.get(link);
    visitor.post(path(link), "password", PASSWORD);
    return email;
  }

  private Visitor signUp(String email, String password) {
    Visitor visitor = new Visitor(port);
    visitor.get("/signup");
    HttpResponse<String> sent =
        visitor.post(
            "/signup",
            "givenName",
            "Ana",
            "familyName",
            "Belmonte",
            "email",
            email,
            "password",
            password,
            "rules",
            "true");
    assertThat(location(sent)).isEqualTo("/signup/sent");
    return visitor;
  }

  private HttpResponse<String> answer(String email, String password) {
    Visitor visitor = new Visitor(port);
    visitor.get("/signup");
    return visitor.post(
        "/signup",
        "givenName",
        "Ana",
        "familyName",
        "Belmonte",
        "email",
        email,
        "password",
        password,
        "rules",
        "true");
  }

  private String onlyLink(String email, String subject) {
    await().until(() -> subjects(email).contains(subject));
    String text =
        db.sql(
                "select body_text from demo_mail where recipient = ? and subject = ? order by number desc limit 1")
            .params(email, subject)
            .query(String.class)
            .single();
    return text.lines().filter(l -> l.startsWith("http")).findFirst().orElseThrow();
  }

  private List<String> links(String email) {
    return db
        .sql("select body_text from demo_mail where recipient = ? order by number")
        .param(email)
        .query(String.class)
        .list()
        .stream()
        .flatMap(String::lines)
        .filter(l -> l.startsWith("http"))
        .toList();
  }

  private long accounts(String email) {
    return db.sql("select count(*) from account where email = ?")
        .param(email)
        .query(Long.class)
        .single();
  }

  private List<String> subjects(String email) {
    return db.sql("select subject from demo_mail where recipient = ?")
        .param(email)
        .query(String.class)
        .list();
  }

  private static String location(HttpResponse<String> answer) {
    return path(answer.headers().firstValue("Location").orElse(""));
  }

  private static String path(String link) {
    return link.replaceFirst("https?://[^/]+", "");
  }

  private static String address() {
    return UUID.randomUUID() + "@example.org";
  }
}
