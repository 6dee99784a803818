package org.sonocert.look;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.sonocert.look.Visit.Person;
import org.sonocert.testing.Authenticator;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import tools.jackson.databind.JsonNode;

/** Pages to which a mailed link leads, or a password without its second step. */
final class LinkPages {
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
  private static final String REFERENCE = "/evaluate/{reference}";

  private final String base;
  private final Walk mails;

  LinkPages(String base) {
    this.base = base;
    this.mails = new Walk(base, "nobody");
  }

  List<Visit> of(Applicants people, Office office) {
    List<Visit> visits = new ArrayList<>(evaluator());
    Person payer = new Person("payer", null);
    visits.add(Visit.to(payer, "/payer/{token}", "payer", office.payerLink));
    new PlainBrowser(base)
        .open("/password/forgot")
        .send("/password/forgot", Map.of("email", people.begins.email()));
    linked(visits, "/password/reset/{token}", "reset", people.begins.email(), "/password/reset/");
    linked(visits, "/invitation/{token}", "invitation", "ottilie@clinic.example", "/invitation/");
    signUp();
    linked(visits, "/confirm/{token}", "confirm", "liesel@walk.example", "/confirm/");
    visits.addAll(secondAddress());
    visits.addAll(twoSteps());
    return visits;
  }

  private void linked(List<Visit> visits, String pattern, String name, String to, String part) {
    visits.add(Visit.to(Person.VISITOR, pattern, name, mails.link(to, part)));
  }

  private void signUp() {
    new PlainBrowser(base)
        .open("/signup")
        .send(
            "/signup",
            Map.of(
                "givenName", "Liesel",
                "familyName", "Farquharson",
                "email", "liesel@walk.example",
                "password", RealParts.PASSWORD));
  }

  /** The evaluator has a session from the code on; what comes before it needs only the link. */
  private List<Visit> evaluator() {
    Person evaluator = new Person("evaluator", null);
    String mailbox = Applicants.mailbox("hedda.e");
    String link = mails.link(mailbox, "/evaluate/");
    return List.of(
        Visit.to(evaluator, REFERENCE, "evaluator", link),
        Visit.to(evaluator, REFERENCE + "/session", "evaluator-code", link + "/session"),
        new Visit(
            evaluator,
            "/evaluate/form",
            "evaluator-form",
            p -> enter(p, link, mailbox),
            false,
            200),
        Visit.to(evaluator, "/evaluate/declined", "evaluator-declined", "/evaluate/declined"),
        Visit.to(evaluator, "/evaluate/thanks", "evaluator-thanks", "/evaluate/thanks"));
  }

  private void enter(Page page, String link, String mailbox) {
    page.navigate(link);
    page.locator("form[action$='/code'] button").click();
    page.locator("#code").fill(code(mailbox));
    page.locator("form[action$='/session'] button").click();
    page.waitForURL("**/evaluate/form");
  }

  /** An evaluator who has typed the code and reads the form. */
  PlainBrowser evaluatorInside() {
    String mailbox = Applicants.mailbox("bruno.e");
    PlainBrowser browser = new PlainBrowser(base).open(mails.link(mailbox, "/evaluate/"));
    browser.send("/code", Map.of());
    return browser.send("/session", Map.of("code", code(mailbox)));
  }

  private String code(String mailbox) {
    return Awaitility.await("a code for " + mailbox)
        .until(() -> newest(mailbox), found -> !found.isEmpty());
  }

  private String newest(String mailbox) {
    for (JsonNode mail : mails.mails(mailbox)) {
      Matcher found = CODE.matcher(mail.path("text").asString(""));
      if (mail.path("subject").asString("").contains("code") && found.find()) {
        return found.group(1);
      }
    }
    return "";
  }

  private List<Visit> secondAddress() {
    Person candidate = Person.of("candidate", "candidate1@demo.example");
    String address = "amara.spare@walk.example";
    signedIn(String.valueOf(candidate.email()))
        .open("/account/addresses")
        .send("/account/addresses", Map.of("kind", "second", "email", address));
    return List.of(
        Visit.to(
            candidate,
            "/account/mailbox/{token}",
            "account-mailbox",
            mails.link(address, "/account/mailbox/")));
  }

  /** An authenticator is set up in the browser that is looked at: its codes are shown once. */
  private List<Visit> twoSteps() {
    Person person = Person.of("candidate", "candidate2@demo.example");
    Person half = new Person("half", null);
    return List.of(
        Visit.by(person, "/account/two-step/codes", "recovery-codes", LinkPages::setUp),
        new Visit(
            half,
            "/login/code",
            "login-code",
            page -> {
              page.navigate("/login");
              page.locator("#email").fill("candidate2@demo.example");
              page.locator("#password").fill(RealParts.PASSWORD);
              page.locator("main form button[type=submit]").first().click();
              page.waitForURL("**/login/code");
            },
            true,
            200));
  }

  private static void setUp(Page page) {
    page.navigate("/account/two-step");
    var authenticator = new Authenticator(page.locator("main code").textContent());
    page.locator("#code").fill(authenticator.code(Instant.now(), 0));
    page.locator("main form:has(#code) button[type=submit]").click();
    page.waitForURL("**/account/two-step/codes");
  }

  private PlainBrowser signedIn(String email) {
    return new PlainBrowser(base)
        .open("/login")
        .send("/login", Map.of("email", email, "password", RealParts.PASSWORD));
  }
}
