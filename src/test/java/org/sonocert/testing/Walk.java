package org.sonocert.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String base;
  private final String name;
  private final String password;
  private final PlainBrowser candidate;
  private String enrolment = "";

  /** A candidate of that name, who has no account yet. */
  public Walk(String base, String name) {
    this.base = base;
    this.name = name;
    this.password = RealParts.PASSWORD;
    this.candidate = new PlainBrowser(base);
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
    return name.toLowerCase(java.util.Locale.ROOT) + "@walk.example";
  }

  public Walk signUp() {
    candidate
        .open("/signup")
        .send(
            "/signup",
            Map.of(
                "givenName", name, "familyName", "Walker", "email", email(), "password", password));
    String link = link(email(), "/confirm/");
    candidate.open(link).send("/confirm/", Map.of());
    return this;
  }

  public Walk signIn() {
    candidate
        .open("/login")
        .send("/login", Map.of("username", email(), "email", email(), "password", password));
    return this;
  }

  public Walk apply(String product) {
    candidate.open("/apply/" + product).send("/apply/" + product, Map.of());
    enrolment = candidate.path().replaceAll("^/me/([0-9a-f-]{36}).*", "$1");
    return this;
  }

  /** Does the one task whose page has this title's word, with some answers. */
  public Walk task(String word, Map<String, String> answers) {
    candidate.open("/me/" + enrolment);
    Element link =
        candidate.page().select("a[href*=/tasks/]").stream()
            .filter(a -> line(a).contains(word))
            .findFirst()
            .orElseThrow(
                () -> new AssertionError("No task '" + word + "' on:\n" + candidate.text()));
    candidate.open(link.absUrl("href")).send("/tasks/", answers);
    if (candidate.status() != 200 && candidate.status() != 422) {
      throw new AssertionError(word + ": " + candidate.status() + "\n" + candidate.text());
    }
    return this;
  }

  private static String line(Element link) {
    Element item = link.closest("li");
    return item == null ? link.text() : item.text();
  }

  public Walk fillInApplication() {
    task(
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
    task(
        "undamentals",
        Map.of(
            "route",
            "certificate",
            "certificateNumber",
            "FC-123456",
            "certificateDate",
            "2024-03-01"));
    task("cases", Map.of("casesAttested", "30"));
    return task("Confirm price", Map.of());
  }

  public Walk pay() {
    candidate.open("/pay/" + enrolment).send("/pay/" + enrolment, Map.of());
    candidate.send("/demo-card", Map.of("cardNumber", "4000 0000 0000 0077"));
    return this;
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

  /** An evaluator answers by the mailed link and code. */
  public Walk evaluate(String evaluator, String rating) {
    PlainBrowser browser = new PlainBrowser(base);
    browser.open(link(evaluator, "/evaluate/")).send("/code", Map.of());
    browser.send("/session", Map.of("code", code(evaluator)));
    Map<String, String> answers = new HashMap<>();
    for (Element input : browser.page().select("input[type=radio][name^=a.criterion]")) {
      answers.put(input.attr("name").substring(2), rating);
    }
    answers.put("conflict", "none");
    answers.put("licenceNumber", "E-42");
    browser.send("/evaluate/form", answers);
    if (!browser.path().contains("thanks")) {
      throw new AssertionError(browser.status() + " " + browser.path() + "\n" + browser.text());
    }
    return this;
  }

  /** Waits until the enrolment's page says the word. */
  public Walk untilPageSays(String word) {
    Awaitility.await(word)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> candidate.open("/me/" + enrolment).text().contains(word));
    return this;
  }

  /** The newest link of that kind mailed to the address. */
  public String link(String to, String part) {
    return Awaitility.await("a mail with " + part + " to " + to)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> find(to, part), found -> !found.isEmpty());
  }

  private String find(String to, String part) {
    for (JsonNode mail : mails(to)) {
      for (JsonNode link : mail.path("links")) {
        if (link.asString().contains(part)) {
          return link.asString().replaceAll("^https?://[^/]+", base);
        }
      }
    }
    return "";
  }

  private String code(String to) {
    return Awaitility.await("a code for " + to)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> findCode(to), found -> !found.isEmpty());
  }

  private String findCode(String to) {
    for (JsonNode mail : mails(to)) {
      Matcher code = CODE.matcher(mail.path("text").asString(""));
      if (mail.path("subject").asString("").toLowerCase(java.util.Locale.ROOT).contains("code")
          && code.find()) {
        return code.group(1);
      }
    }
    return "";
  }

  /** Mails to the address, newest first. */
  public JsonNode mails(String to) {
    return JSON.readTree(
        new PlainBrowser(base)
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
