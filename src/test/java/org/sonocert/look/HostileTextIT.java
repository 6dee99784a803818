package org.sonocert.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.sonocert.look.Eye.Screen;
import org.sonocert.look.Visit.Person;
import org.sonocert.testing.Jar;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import tools.jackson.databind.JsonNode;

/**
 * Scripts, expressions, formulas and unusual letters are typed wherever people type, and everybody
 * else looks: on pages, in mails, in files. They are shown as they were typed and do nothing.
 */
class HostileTextIT {
  /** Fields whose words nobody is shown as they were typed, with the reason. */
  private static final Map<String, String> UNSEEN =
      Map.of(
          "reference", "of a payment that does not exist, shown in the refused form only",
          "note", "shown in the refused form only",
          "reason", "in the history of an account that its owner has not opened yet",
          "licence", "kept with the application, of which only its owner has an export",
          "profession", "the same",
          "certificate", "the same",
          "conditions", "the same");

  @Test
  void whatIsTypedIsShownAsTypedAndDoesNothing() {
    try (Jar jar = Jar.fresh().start();
        Eye eye = new Eye(jar.base())) {
      HostileTexts texts = new HostileTexts();
      World world = World.of(jar, texts);
      Set<String> seen = new TreeSet<>();
      List<Visit> visits = new ArrayList<>(world.visits());
      visits.addAll(world.asked());
      visits.addAll(searches());
      visits.forEach(visit -> seen.add(look(eye, visit)));
      new StaffAnswers(jar.base()).all(texts);
      List<Visit> after = new CandidatePages().ofAsked(world.people());
      after.forEach(visit -> seen.add(look(eye, visit)));
      seen.addAll(mails(jar.base(), eye));
      seen.add(codes(jar.base(), world));
      int forms =
          new ControlCharacters(eye, jar.base())
              .sentBy(world.people(), world.people().prepares.enrolment());
      assertThat(forms).isGreaterThan(15);
      System.out.println(
          "Hostile texts: "
              + visits.size()
              + " pages, "
              + texts.given().size()
              + " fields, "
              + texts.given().values().stream().mapToInt(List::size).sum()
              + " texts");
      eye.complaints().forEach(System.out::println);
      assertThat(eye.complaints()).isEmpty();
      assertThat(unseen(texts, seen)).as("fields whose words nobody saw").isEmpty();
      certificate(world);
    }
  }

  /** What this test looks for is found where it is: a script that ran, a sum, a hidden page. */
  @Test
  void harmThatWasDoneIsNoticed() {
    try (Jar jar = Jar.fresh().start();
        Eye eye = new Eye(jar.base())) {
      look(
          eye,
          Visit.by(
              Person.VISITOR,
              "/notices",
              "harmed",
              page -> {
                page.navigate("/notices");
                page.evaluate(
                    "() => { window.struck = 1; document.body.append(7 * 191);"
                        + " document.querySelector('main').style.display = 'none';"
                        + " const wide = document.createElement('p');"
                        + " wide.textContent = 'W'.repeat(300); wide.style.overflowWrap = 'normal';"
                        + " document.body.append(wide); setTimeout(() => alert(1)); }");
              }));
      assertThat(eye.complaints())
          .anyMatch(c -> c.contains("a script of a text ran"))
          .anyMatch(c -> c.contains("worked out"))
          .anyMatch(c -> c.contains("hides the page"))
          .anyMatch(c -> c.contains("a dialog"))
          .anyMatch(c -> c.contains("wider than the screen"));
    }
  }

  private static String look(Eye eye, Visit visit) {
    Page page = eye.open(visit, Screen.PHONE, "en");
    if (!Boolean.FALSE.equals(page.evaluate("() => 'struck' in window"))) {
      eye.complain("a script of a text ran");
    }
    String text = (String) page.evaluate("() => document.title + ' ' + document.body.textContent");
    if (text.contains(HostileTexts.WORKED_OUT)) {
      eye.complain("an expression was worked out");
    }
    if (!Boolean.TRUE.equals(
        page.evaluate("() => document.querySelector('main').checkVisibility()"))) {
      eye.complain("a style of a text hides the page");
    }
    new Judgement(eye).width(page);
    return text
        + page.evaluate(
            "() => [...document.querySelectorAll('input,textarea')].map(i => i.value).join(' ')");
  }

  /** What is searched for, mistyped or asked for by an address stands on the page that answers. */
  private static List<Visit> searches() {
    Person manager = Person.of("programme-manager", "manager1@demo.example");
    Person auditor = Person.of("auditor", "auditor1@demo.example");
    Person admin = Person.of("administrator", "admin1@demo.example");
    Person candidate = Person.of("candidate", "candidate1@demo.example");
    List<Visit> visits = new ArrayList<>();
    for (String text : HostileTexts.inFour()) {
      String typed = URLEncoder.encode(text, StandardCharsets.UTF_8);
      visits.add(Visit.to(auditor, "/audit", "find", "/audit?number=" + typed));
      visits.add(Visit.to(admin, "/admin/people", "find", "/admin/people?find=" + typed));
      visits.add(Visit.to(manager, "/programme", "filter", "/programme?product=" + typed));
      visits.add(Visit.to(Person.VISITOR, "/demo/mailbox", "to", "/demo/mailbox?to=" + typed));
      visits.add(Visit.to(Person.VISITOR, "/help", "from", "/help?from=" + typed));
      visits.add(typing(candidate, "/me/codes", "#codes", text, 422));
      visits.add(typing(Person.VISITOR, "/verify", "main input[name=serial]", text, 422));
    }
    return visits;
  }

  private static Visit typing(Person who, String path, String field, String text, int status) {
    return new Visit(
        who,
        "",
        "typed at " + path,
        page -> {
          page.navigate(path);
          page.locator(field).fill(text);
          page.locator("main form:has(" + field.replace("main ", "") + ") button[type=submit]")
              .first()
              .click();
          page.waitForLoadState();
        },
        true,
        status);
  }

  /** Mails have no script, no picture and no link but ours; their subject is one line. */
  private static List<String> mails(String base, Eye eye) {
    List<String> texts = new ArrayList<>();
    for (JsonNode mail : new Walk(base, "nobody").mails("")) {
      Document html = Jsoup.parse(mail.path("html").asString(""));
      for (Element element : html.select("*")) {
        boolean strange =
            Set.of("script", "img", "svg", "iframe", "form", "base", "object")
                    .contains(element.normalName())
                || element.attributes().asList().stream().anyMatch(a -> a.getKey().startsWith("on"))
                || element.hasAttr("href")
                    && !element.attr("href").startsWith(base.replaceAll(":\\d+$", ""))
                    && !element.attr("href").startsWith("http://localhost");
        if (strange) {
          eye.complain("mail " + mail.path("subject") + " has " + element.outerHtml());
        }
      }
      String whole = mail.path("subject").asString("") + " " + html.text();
      if (whole.contains(HostileTexts.WORKED_OUT)) {
        eye.complain("an expression was worked out in mail " + mail.path("subject"));
      }
      texts.add(whole);
    }
    assertThat(texts).isNotEmpty();
    return texts;
  }

  /** No cell of the list of codes begins like a formula. */
  private static String codes(String base, World world) {
    PlainBrowser manager =
        new PlainBrowser(base)
            .open("/login")
            .send(
                "/login", Map.of("email", "manager1@demo.example", "password", RealParts.PASSWORD));
    String csv = manager.fetch(world.pack() + "/codes.csv");
    assertThat(csv.lines().count()).isGreaterThan(10);
    assertThat(csv.lines().flatMap(line -> java.util.stream.Stream.of(line.split(","))))
        .noneMatch(cell -> cell.replace("\"", "").matches("[=+@-].*"));
    return csv;
  }

  /** The certificate of somebody of that name is made, and says it. */
  private static void certificate(World world) {
    PlainBrowser holder = world.people().certified.candidate();
    try (var pdf =
        org.apache.pdfbox.Loader.loadPDF(
            holder.bytes("/me/" + world.people().certified.enrolment() + "/certificate.pdf"))) {
      assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf)).contains("SC-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> unseen(HostileTexts texts, Set<String> seen) {
    String all = String.join("\n", seen).replaceAll("\\s+", " ");
    return texts.given().entrySet().stream()
        .filter(field -> !UNSEEN.containsKey(field.getKey()))
        .filter(field -> field.getValue().stream().noneMatch(text -> all.contains(text)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
