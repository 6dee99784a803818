package org.sonocert.testing;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way from an account to a certificate, by pages and mailbox only and without scripts. Each
 * verb is one human action; they can be repeated after a crash, since they look at the page first.
 */
public final class Walk {
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  /** Longer than the lease of a mail whose sender was killed. */
  private static final Duration PATIENCE = Duration.ofSeconds(200);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String[] nodes;
  private final String name;
  private final String password;
  private final PlainBrowser candidate;
  private final Map<String, PlainBrowser> evaluators = new HashMap<>();
  private final Set<String> attempted = new HashSet<>();
  private Consumer<HttpRequest> watcher = request -> {};
  private String enrolment = "";
  private String given;
  private String family = "Walker";

  /** A candidate of that name, who has no account yet. */
  public Walk(String base, String name) {
    this(name, List.of(base));
  }

  /** The same before several servers on one database, which are asked in turn. */
  public Walk(String name, List<String> nodes) {
    this.nodes = nodes.toArray(String[]::new);
    this.name = name;
    this.given = name;
    this.password = RealParts.PASSWORD;
    this.candidate = new PlainBrowser(this.nodes);
  }

  /** Gives the account another name than the one its address is made of. */
  public Walk called(String newGiven, String newFamily) {
    given = newGiven;
    family = newFamily;
    return this;
  }

  /** Tells somebody of each request of every person just before it is sent. */
  public Walk watchedBy(Consumer<HttpRequest> newWatcher) {
    watcher = newWatcher;
    candidate.watchedBy(newWatcher);
    return this;
  }

  /** The browsers of everybody who took part so far. */
  public List<PlainBrowser> browsers() {
    return Stream.concat(Stream.of(candidate), evaluators.values().stream()).toList();
  }

  /** The candidate's browser. */
  public PlainBrowser candidate() {
    return candidate;
  }

  /** The enrolment's id once it is open. */
  public String enrolment() {
    return enrolment;
  }

  /** The candidate's address. */
  public String email() {
    return name.toLowerCase(Locale.ROOT) + "@walk.example";
  }

  public Walk signUp() {
    if (find(email(), "/confirm/").isEmpty()) {
      candidate
          .open("/signup")
          .send(
              "/signup",
              Map.of(
                  "givenName",
                  given,
                  "familyName",
                  family,
                  "email",
                  email(),
                  "password",
                  password));
    }
    candidate.open(link(email(), "/confirm/"));
    if (candidate.status() != 410) {
      candidate.send("/confirm/", Map.of("password", password));
    }
    return this;
  }

  public Walk signIn() {
    candidate.open("/me");
    if (candidate.path().equals("/login")) {
      candidate.send("/login", Map.of("email", email(), "password", password));
    }
    return expect("/me", "signing in");
  }

  public Walk apply(String product) {
    candidate.open("/me");
    Element open = candidate.page().selectFirst("ul.tasks a[href*=/me/]");
    if (open == null) {
      candidate.open("/apply/" + product).send("/apply/" + product, Map.of());
    } else {
      candidate.open(open.absUrl("href"));
    }
    expect("/me/", "applying");
    enrolment = candidate.path().replaceAll("^/me/([0-9a-f-]{36}).*", "$1");
    return this;
  }

  private Walk expect(String path, String what) {
    if (candidate.status() != 200 || !candidate.path().startsWith(path)) {
      throw new AssertionError(
          what + ": " + candidate.status() + " " + candidate.path() + "\n" + candidate.text());
    }
    return this;
  }

  /**
   * Does the one task whose page has this title's word, with some answers. A task that was sent
   * before a crash and is gone now is done.
   */
  public Walk task(String word, Map<String, String> answers) {
    Element link =
        Awaitility.await("a task '" + word + "'")
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(200))
            .until(() -> taskLink(word), found -> found.isPresent() || attempted.contains(word))
            .orElse(null);
    if (link != null) {
      candidate.open(link.absUrl("href"));
      attempted.add(word);
      candidate.send("/tasks/", answers);
    }
    if (candidate.status() != 200 && candidate.status() != 422) {
      throw new AssertionError(word + ": " + candidate.status() + "\n" + candidate.text());
    }
    return this;
  }

  private Optional<Element> taskLink(String word) {
    return candidate.open("/me/" + enrolment).page().select("a[href*=/tasks/]").stream()
        .filter(a -> line(a).contains(word))
        .findFirst();
  }

  private static String line(Element link) {
    Element item = link.closest("li");
    return item == null ? link.text() : item.text();
  }

  public Walk fillInApplication() {
    return describePractice().showCertificate().attest(30).confirmPrice();
  }

  public Walk describePractice() {
    return task(
        "practice",
        Map.of(
            "profession",
            "physician",
            "licenceNumber",
            "L-" + name,
            "goodStanding",
            "yes",
            "practising",
            "yes"));
  }

  public Walk showCertificate() {
    return task(
        "undamentals",
        Map.of(
            "route",
            "certificate",
            "certificateNumber",
            "FC-123456",
            "certificateDate",
            "2024-03-01"));
  }

  public Walk askForWaiver() {
    return task(
        "undamentals",
        Map.of(
            "route",
            "waiver-examination",
            "examinationReference",
            "SPI-77",
            "examinationDate",
            "2024-05-31"));
  }

  public Walk attest(int cases) {
    return task("cases", Map.of("casesAttested", Integer.toString(cases)));
  }

  public Walk confirmPrice() {
    return task("Confirm price", Map.of());
  }

  public Walk withdraw() {
    candidate.open("/me/" + enrolment + "/withdraw").send("/withdraw", Map.of());
    return expect("/me/", "withdrawing");
  }

  public Walk cancel() {
    candidate.open("/me/" + enrolment + "/cancel").send("/cancel", Map.of());
    return expect("/me/", "cancelling");
  }

  /** Asks for help about the enrolment. */
  public Walk askForHelp(String kind, String text) {
    candidate
        .open("/me/" + enrolment + "/help?from=/me/" + enrolment)
        .send("/help", Map.of("kind", kind, "text", text));
    return expect("/me/", "asking for help");
  }

  public Walk pay() {
    candidate.open("/pay/" + enrolment);
    if (candidate.path().startsWith("/pay/")) {
      candidate.send("/pay/" + enrolment, Map.of());
      if (candidate.path().endsWith("/demo-card")) {
        candidate.send("/demo-card", Map.of("cardNumber", "4000 0000 0000 0077"));
      }
    }
    return expect("/me/", "paying");
  }

  /** Enters an enrollment code on the page for codes. */
  public Walk enterCode(String code) {
    candidate.open("/me/codes").send("/me/codes", Map.of("codes", code));
    return expect("/me/codes", "entering a code");
  }

  /** Gives the reserved code back. */
  public Walk giveCodeBack() {
    candidate.open("/me/" + enrolment).send("/code/release", Map.of());
    return expect("/me/", "giving a code back");
  }

  public Walk prepareToSit() {
    task("agreement", Map.of());
    return task(
        "eadiness",
        Map.of(
            "cookiesEnabled", "yes",
            "mediaPlayed", "yes",
            "headphones", "yes",
            "screenLargeEnough", "yes",
            "connectionSteady", "yes",
            "roomPrivate", "yes"));
  }

  public Walk startSitting() {
    candidate.open("/sit/" + enrolment);
    if (candidate.page().selectFirst("form[action$=/start]") != null) {
      candidate.send("/start", Map.of("screen", "1280x800"));
    }
    return this;
  }

  /** Answers every item with these options, then finishes. */
  public Walk sit(Map<String, List<String>> answers) {
    for (int page = 0; page < 60; page++) {
      candidate.open("/sit/" + enrolment);
      if (candidate.page().selectFirst("main.narrow .turn-done") != null) {
        return this;
      }
      if (candidate.page().selectFirst("form[action$=/finish]") != null) {
        candidate.send("/finish", Map.of());
        return this;
      }
      answerOrGoOn(answers);
    }
    throw new AssertionError("The sitting does not end:\n" + candidate.text());
  }

  private void answerOrGoOn(Map<String, List<String>> answers) {
    for (int step = 0; step < 30; step++) {
      Element form = candidate.page().selectFirst("form[action$=/answers]");
      if (form != null) {
        answer(form, answers);
        return;
      }
      Element next = candidate.page().selectFirst("a[data-next]");
      if (next == null) {
        return;
      }
      candidate.open(next.absUrl("href"));
    }
  }

  private void answer(Element form, Map<String, List<String>> answers) {
    String item = form.selectFirst("input[name=item]").val();
    var fields = new java.util.ArrayList<Map.Entry<String, String>>();
    form.select("input[type=hidden]").forEach(i -> fields.add(Map.entry(i.attr("name"), i.val())));
    answers
        .getOrDefault(item, List.of(form.selectFirst("input[name=chosen]").val()))
        .forEach(option -> fields.add(Map.entry("chosen", option)));
    candidate.post(form.absUrl("action"), fields);
  }

  public Walk nameEvaluators(String first, String second) {
    Map<String, String> answers = new HashMap<>();
    answers.put("evaluator1Name", "Edda First");
    answers.put("evaluator1Email", first);
    answers.put("evaluator2Name", "Egon Second");
    answers.put("evaluator2Email", second);
    answers.put("evaluator1Relation", "colleague");
    answers.put("evaluator2Relation", "supervisor");
    return task("evaluators", answers);
  }

  /** Asks somebody else than the evaluator whose name this is. */
  public Walk replaceEvaluator(String evaluatorName, String newcomer) {
    candidate.open("/me/" + enrolment);
    Element form =
        candidate.page().select("form[action$=/replace]").stream()
            .filter(f -> String.valueOf(f.closest("li")).contains(evaluatorName))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No replacing:\n" + candidate.text()));
    candidate.send(form.attr("action"), Map.of());
    return task(
        "another",
        Map.of(
            "evaluator1Name",
            "Nora Newcomer",
            "evaluator1Email",
            newcomer,
            "evaluator1Relation",
            "colleague"));
  }

  /** An evaluator answers by the mailed link and code. */
  public Walk evaluate(String evaluator, String rating) {
    PlainBrowser browser =
        evaluators.computeIfAbsent(evaluator, e -> new PlainBrowser(nodes).watchedBy(watcher));
    String link = link(evaluator, "/evaluate/");
    for (int tries = 0; tries < 4 && !onForm(browser.open("/evaluate/form")); tries++) {
      browser.open(link);
      if (browser.status() == 410 && browser.text().contains("evaluation is in")) {
        return this;
      }
      enter(browser, evaluator, link, tries);
    }
    browser.send("/evaluate/form", evaluation(browser, rating));
    if (!browser.path().contains("thanks")) {
      throw new AssertionError(browser.status() + " " + browser.path() + "\n" + browser.text());
    }
    return this;
  }

  private static boolean onForm(PlainBrowser browser) {
    return browser.page().selectFirst("form[action*=/evaluate/form]") != null;
  }

  /** With the code that came, or a new one when it did not or did not work. */
  private void enter(PlainBrowser browser, String evaluator, String link, int tries) {
    List<String> known = codes(evaluator);
    if (known.isEmpty() || tries > 0) {
      browser.send("/code", Map.of());
      if (browser.status() != 200) {
        throw new AssertionError("code: " + browser.status() + "\n" + browser.text());
      }
      known = newCode(evaluator, known.size());
    } else {
      browser.open(link + "/session");
    }
    browser.send("/session", Map.of("code", known.get(0)));
  }

  private static Map<String, String> evaluation(PlainBrowser browser, String rating) {
    Map<String, String> answers = new HashMap<>();
    for (Element input : browser.page().select("input[type=radio][name^=a.criterion]")) {
      answers.put(input.attr("name").substring(2), rating);
    }
    answers.put("conflict", "none");
    answers.put("licenceNumber", "E-42");
    return answers;
  }

  /** Waits until the enrolment's page says the word. */
  public Walk untilPageSays(String word) {
    Awaitility.await(word)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> candidate.open("/me/" + enrolment).text().contains(word));
    return this;
  }

  /** The newest link of that kind mailed to the address. */
  public String link(String to, String part) {
    return Awaitility.await("a mail with " + part + " to " + to)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> find(to, part), found -> !found.isEmpty());
  }

  private String find(String to, String part) {
    for (JsonNode mail : mails(to)) {
      for (JsonNode link : mail.path("links")) {
        if (link.asString().contains(part)) {
          return link.asString().replaceAll("^https?://[^/]+", nodes[0]);
        }
      }
    }
    return "";
  }

  private List<String> newCode(String to, int before) {
    return Awaitility.await("a code for " + to)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> codes(to), found -> found.size() > before);
  }

  /** The codes mailed to the address, newest first. */
  private List<String> codes(String to) {
    List<String> found = new ArrayList<>();
    for (JsonNode mail : mails(to)) {
      Matcher code = CODE.matcher(mail.path("text").asString(""));
      if (mail.path("subject").asString("").toLowerCase(Locale.ROOT).contains("code")
          && code.find()) {
        found.add(code.group(1));
      }
    }
    return found;
  }

  /** Mails to the address, newest first. */
  public JsonNode mails(String to) {
    return JSON.readTree(
        new PlainBrowser(nodes)
            .fetch(
                "/demo/mailbox.json?to="
                    + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** The right answers of the shipped demo cases. */
  public static Map<String, List<String>> rightAnswers() {
    Map<String, List<String>> right = new HashMap<>();
    put(right, "lng-01", "a", "c", "ace", "d");
    put(right, "lng-02", "bce", "a", "c", "b");
    put(right, "aaa-01", "ade", "b", "c", "d");
    put(right, "aaa-02", "c", "acd", "a", "d");
    return right;
  }

  private static void put(Map<String, List<String>> right, String scenario, String... options) {
    for (int i = 0; i < options.length; i++) {
      right.put(scenario + "-q" + (i + 1), List.of(options[i].split("")));
    }
  }

  /** For trying by hand: walks against the server whose address is given. */
  public static void main(String[] args) {
    Walk walk = new Walk(args[0], "Try" + args[1]);
    walk.signUp().signIn().apply("LNG").fillInApplication().pay();
    walk.nameEvaluators("e1" + args[1] + "@walk.example", "e2" + args[1] + "@walk.example");
    walk.prepareToSit().startSitting().sit(rightAnswers());
    walk.evaluate("e1" + args[1] + "@walk.example", "4")
        .evaluate("e2" + args[1] + "@walk.example", "3");
    walk.untilPageSays("awarded");
    System.out.println(walk.candidate().text());
  }
}
