package org.sonocert.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.sonocert.testing.RealParts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A candidate at a laptop; each verb is what they do. */
final class CandidateOnPages {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Page page;
  private final String base;
  private String enrolment = "";

  CandidateOnPages(Page page, String base) {
    this.page = page;
    this.base = base;
  }

  Page page() {
    return page;
  }

  String enrolment() {
    return enrolment;
  }

  CandidateOnPages signIn(String email) {
    page.navigate("/login");
    page.locator("main input[type=email], main input[name=username], main input[name=email]")
        .first()
        .fill(email);
    page.locator("main input[type=password]").fill(RealParts.PASSWORD);
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL("**/me");
    return this;
  }

  CandidateOnPages applyFor(String product) {
    page.navigate("/catalogue/" + product);
    page.locator("a[href*='/apply/']").first().click();
    page.locator("form[action*='/apply/'] button").first().click();
    page.waitForURL("**/me/*");
    enrolment = page.url().replaceAll(".*/me/", "");
    return this;
  }

  TaskFormOnPage open(String task) {
    page.navigate("/me/" + enrolment);
    page.locator("ul.tasks > li")
        .filter(new Locator.FilterOptions().setHasText(task))
        .locator("a[href*='/tasks/']")
        .first()
        .click();
    return TaskFormOnPage.on(page);
  }

  CandidateOnPages fillInApplication(String licence) {
    describePractice(licence);
    open("fundamentals")
        .choose("route", "certificate")
        .type("certificateNumber", "FC-2024-001")
        .date("certificateDate", "2024-03-01")
        .send();
    page.waitForURL("**/me/" + enrolment);
    open("cases").type("casesAttested", "26").tick("truthConfirmed").send();
    page.waitForURL("**/me/" + enrolment);
    return this;
  }

  CandidateOnPages askForWaiver() {
    open("fundamentals")
        .choose("route", "waiver-examination")
        .type("examinationReference", "SPI-77-2024")
        .date("examinationDate", "2024-05-31")
        .send();
    page.waitForURL("**/me/" + enrolment);
    return this;
  }

  CandidateOnPages describePractice(String licence) {
    open("Describe your practice")
        .pick("profession", "Physician")
        .type("licenceNumber", licence)
        .pick("licenceCountry", "Ireland")
        .choose("goodStanding", "yes")
        .choose("practising", "yes")
        .send();
    page.waitForURL("**/me/" + enrolment);
    return this;
  }

  CandidateOnPages confirmPrice() {
    return confirm("Confirm price and rules");
  }

  /** Confirms the price of today after the one that was kept ran out, and pays it. */
  CandidateOnPages payAgain() {
    return confirm("Confirm price again").payByCard();
  }

  private CandidateOnPages confirm(String task) {
    open(task).tick("acceptRules").tick("acceptNoCredit").tick("acceptRefundRule").send();
    page.waitForURL("**/pay/**");
    return this;
  }

  CandidateOnPages pay() {
    return confirmPrice().payByCard();
  }

  private CandidateOnPages payByCard() {
    page.locator("main form button[type=submit]").first().click();
    page.locator("#cardNumber").fill("4000 0000 0000 0077");
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL("**/me/" + enrolment);
    return this;
  }

  CandidateOnPages nameEvaluators(String first, String second) {
    open("evaluators")
        .type("evaluator1Name", "Edda Brightwater")
        .type("evaluator1Email", first)
        .pick("evaluator1Relation", "Colleague")
        .type("evaluator1KnowsWork", "We scan together on the same ward every week.")
        .tick("evaluator1Consent")
        .type("evaluator2Name", "Egon Silverleaf")
        .type("evaluator2Email", second)
        .pick("evaluator2Relation", "Taught")
        .type("evaluator2KnowsWork", "Taught the course in which I learned lung ultrasound.")
        .tick("evaluator2Consent")
        .send();
    page.waitForURL("**/me/" + enrolment);
    return this;
  }

  CandidateOnPages prepareToSit() {
    open("agreement").tick("acceptAccuracy").tick("acceptConfidentiality").send();
    page.waitForURL("**/me/" + enrolment);
    TaskFormOnPage form = open("readiness");
    for (String key :
        List.of(
            "cookiesEnabled",
            "mediaPlayed",
            "headphones",
            "screenLargeEnough",
            "connectionSteady",
            "roomPrivate")) {
      form.choose(key, "yes");
    }
    form.send();
    page.waitForURL("**/sit/" + enrolment);
    return this;
  }

  /** Sits all cases with these answers, in the player with its scripts. */
  CandidateOnPages sit(Map<String, List<String>> answers) {
    page.navigate("/sit/" + enrolment);
    page.locator("form[data-start] button[type=submit]").click();
    page.locator("[data-player]").waitFor();
    for (int step = 0; step < 200; step++) {
      if (step(answers)) {
        return this;
      }
    }
    throw new AssertionError("The sitting does not end at " + page.url());
  }

  private boolean step(Map<String, List<String>> answers) {
    Locator finish = page.locator("form[action$='/finish'] button");
    Locator question = page.locator("form[data-question]");
    if (finish.count() > 0 && finish.isVisible()) {
      finish.click();
      page.waitForURL("**/me/**");
      return true;
    }
    if (question.count() > 0) {
      answer(question, answers);
    } else {
      goOn();
    }
    return false;
  }

  /** The page changes under one's hand: a link that is gone a moment later is no failure. */
  private void goOn() {
    Locator next = page.locator("a[data-next]");
    if (!next.isVisible()) {
      page.waitForTimeout(200);
      return;
    }
    try {
      next.click(new Locator.ClickOptions().setTimeout(2_000));
    } catch (TimeoutError gone) {
      page.waitForTimeout(200);
    }
  }

  private void answer(Locator question, Map<String, List<String>> answers) {
    Locator wait = page.locator("[data-open-question]");
    if (wait.isVisible()) {
      wait.click();
    }
    String item = question.locator("input[name=item]").inputValue();
    for (String option : answers.get(item)) {
      question.locator("input[name=chosen][value='" + option + "']").check();
    }
    question.locator("[data-answer]").click();
    question.locator("[data-send]").click();
    Awaitility.await("the answer to " + item + " is taken")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                page.locator("form[data-question] input[name=item][value='" + item + "']").count()
                    == 0);
  }

  /** Waits until the enrolment's page says it. */
  CandidateOnPages waitFor(String words) {
    Awaitility.await(words)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(400))
        .until(
            () -> {
              page.navigate("/me/" + enrolment);
              return page.locator("main").textContent().contains(words);
            });
    return this;
  }

  /** The newest mailed text to the address that holds the words, from the mailbox page. */
  JsonNode mail(String to, String words) {
    return Awaitility.await("a mail to " + to + " about " + words)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> find(to, words), found -> found != null);
  }

  private JsonNode find(String to, String words) {
    String json =
        page.request()
            .get(base + "/demo/mailbox.json?to=" + to.replace("@", "%40").replace("+", "%2B"))
            .text();
    for (JsonNode mail : JSON.readTree(json)) {
      if ((mail.path("subject").asString("") + mail.path("text").asString("")).contains(words)) {
        return mail;
      }
    }
    return null;
  }
}
