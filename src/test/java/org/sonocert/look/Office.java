package org.sonocert.look;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;

/** What the programme's people did, and the addresses that came of it. */
final class Office {
  final String pack;
  final String payerLink;
  final List<String> tasks;
  final String claimedTask;
  final String freeTask;
  final String inspected;
  final String person;

  private final String base;

  Office(String base, Applicants people, Wording words) {
    this.base = base;
    PlainBrowser manager = signedIn("manager1@demo.example");
    manager.open("/programme/codes").send("/programme/codes", order(words));
    pack = manager.path();
    manager.send("/payer-link", Map.of());
    payerLink =
        manager.page().select("code").eachText().stream()
            .filter(text -> text.contains("/payer/"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(manager.text()))
            .replaceAll("^https?://[^/]+", "");
    askForDays(manager, people.prepares.enrolment(), words);
    orderRefund(manager, words);
    manager.open("/tasks");
    tasks = manager.page().select("ul.tasks span.name a").eachAttr("href");
    claimedTask = tasks.get(0);
    freeTask = tasks.get(tasks.size() - 1);
    manager.open(claimedTask).send("/claim", Map.of());
    inspected = people.certified.enrolment();
    PlainBrowser admin = signedIn("admin1@demo.example");
    admin.open("/admin/people/invite").send("/invite", guest(words));
    admin.open("/admin/people?find=maren@walk.example");
    Element found = admin.page().selectFirst("main table a");
    person = found == null ? "" : found.attr("href");
  }

  private static Map<String, String> order(Wording words) {
    return Map.of(
        "product", "LNG",
        "codes", "12",
        "validUntil", LocalDate.now(java.time.ZoneOffset.UTC).plusDays(300).toString(),
        "payerName", words.of("payer", "Ashgrove Teaching Hospitals"),
        "payerEmail", "education@ashgrove.example",
        "price", "135.00");
  }

  private static void askForDays(PlainBrowser manager, String enrolment, Wording words) {
    manager.open("/programme/enrolments/" + enrolment + "/exception");
    manager.send(
        "/exception",
        Map.of(
            "kind", "extension",
            "days", "7",
            "reason", words.of("exception", "The ward was closed after a flood.")));
  }

  private static void orderRefund(PlainBrowser manager, Wording words) {
    manager.open("/programme/money");
    manager.send(
        "/programme/money/refunds",
        Map.of(
            "reference", words.of("reference", "no-such-payment"),
            "note", words.of("note", "Paid twice, says the bank."),
            "amount", "150.00"));
  }

  private static Map<String, String> guest(Wording words) {
    return Map.of(
        "givenName", words.of("given name", "Ottilie"),
        "familyName", words.of("family name", "Brandvold"),
        "email", "ottilie@clinic.example",
        "role", "reviewer",
        "reason", words.of("reason", "joins the reviewers in the spring"));
  }

  private PlainBrowser signedIn(String email) {
    return new PlainBrowser(base)
        .open("/login")
        .send("/login", Map.of("email", email, "password", RealParts.PASSWORD));
  }
}
