package org.sonocert.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.Walk;

/** A Clinical Certificate from the catalogue to a stranger's verification, as people see it. */
class CertificateJourneyIT extends JourneyOnPages {
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static final Pattern SERIAL = Pattern.compile("SC-\\d{4}-[0-9A-Z]{10}-[0-9A-Z]");

  @Test
  void aCandidateBuysSitsIsEvaluatedAndHoldsACertificateThatAStrangerVerifies() {
    CandidateOnPages candidate = candidate("candidate1@demo.example");
    browser.look(candidate.page(), "my-certifications-empty");
    candidate.applyFor("LNG");
    browser.look(candidate.page(), "application-open");
    candidate.fillInApplication("IE-10001").pay();
    browser.look(candidate.page(), "window-open");
    candidate.nameEvaluators("edda@ward.example", "egon@course.example");
    candidate.prepareToSit().sit(Walk.rightAnswers());
    candidate.waitFor("Your evaluators have been asked");
    browser.look(candidate.page(), "waiting-for-evaluators");
    evaluate(candidate, "edda@ward.example", "4");
    evaluate(candidate, "egon@course.example", "3");
    candidate.waitFor("Your certificate is awarded");
    browser.look(candidate.page(), "awarded");

    String serial = serial(candidate.page().locator("main").textContent());
    Page stranger = browser.phone(jar.base());
    stranger.navigate("/verify");
    stranger.locator("main input[name=serial]").fill(serial);
    stranger.locator("main form button[type=submit]").click();
    assertThat(stranger.locator("main").textContent())
        .contains(serial)
        .containsIgnoringCase("valid");
    browser.look(stranger, "verified-phone");
    browser.assertQuiet();
  }

  @Test
  void theWindowClosesOnACandidateWhoDoesNothing() {
    CandidateOnPages candidate = candidate("candidate2@demo.example");
    candidate.applyFor("AAA").fillInApplication("IE-20002").pay();
    Page clock = browser.laptop(jar.base());
    advance(clock, "46");
    browser.look(clock, "clock");
    assertThat(candidate.mail("candidate2@demo.example", "days left").path("subject").asString())
        .isNotBlank();
    advance(clock, "45");
    candidate.waitFor("The window of this enrolment has ended");
    assertThat(candidate.page().locator("ul.tasks > li").count()).isZero();
    browser.look(candidate.page(), "window-ended");
    browser.assertQuiet();
  }

  @Test
  void aVisitorSeesWhetherTheDeviceWillDo() {
    Page visitor = browser.laptop(jar.base());
    visitor.navigate("/system-check");
    for (String point : List.of("browser", "screen", "cookies", "captions", "speed")) {
      visitor.locator("[data-check=" + point + "] .turn-done").waitFor();
    }
    visitor
        .locator("video[data-sample]")
        .evaluate("video => { video.muted = true; video.play(); }");
    visitor.locator("[data-check=media] .turn-done").waitFor();
    browser.look(visitor, "system-check");

    Page phone = browser.phone(jar.base());
    phone.navigate("/system-check");
    phone.locator("[data-check=screen] .turn-you").waitFor();
    assertThat(phone.locator("[data-check=screen] [data-help]").isVisible()).isTrue();
    browser.look(phone, "system-check-phone");
    browser.assertQuiet();
  }

  @Test
  void aCandidateCancelsInTimeAndReadsWhenTheMoneyIsBack() {
    CandidateOnPages candidate = candidate("candidate2@demo.example");
    candidate.applyFor("LNG").fillInApplication("IE-20002").pay();
    Page page = candidate.page();
    page.navigate("/me/" + candidate.enrolment() + "/cancel");
    browser.look(page, "cancel");
    page.locator("main form[action$='/cancel'] button[type=submit]").click();
    candidate.waitFor("This enrolment was cancelled, and the money goes back");
    candidate.waitFor("USD 150.00 was returned to your card");
    browser.look(page, "cancelled");
    browser.assertQuiet();
  }

  private static void evaluate(CandidateOnPages candidate, String evaluator, String rating) {
    Page phone = browser.phone(jar.base());
    String link =
        candidate
            .mail(evaluator, "/evaluate/")
            .path("links")
            .path(0)
            .asString()
            .replaceAll("^https?://[^/]+", jar.base());
    phone.navigate(link);
    browser.look(phone, "evaluator-invitation-phone");
    phone.locator("form[action$='/code'] button").click();
    phone.locator("#code").fill(code(candidate, evaluator));
    phone.locator("form[action$='/session'] button").click();
    phone.waitForURL("**/evaluate/form");
    TaskFormOnPage.on(phone)
        .pick("profession", "Physician")
        .type("licenceNumber", "IE-777")
        .pick("licenceCountry", "Ireland")
        .tick("ultrasoundBackground")
        .type("ultrasoundBackgroundDetail", "Lung and cardiac scanning for eight years.")
        .tick("observedWithin24Months")
        .choose("conflict", "none")
        .tick("consentToBeAsked")
        .rateAll("criterion_", rating);
    browser.look(phone, "evaluator-form-phone");
    phone.locator("form.task button[type=submit]").click();
    phone.waitForURL("**/evaluate/thanks");
    browser.look(phone, "evaluator-thanks-phone");
    phone.context().close();
  }

  private static String code(CandidateOnPages candidate, String evaluator) {
    Matcher code = CODE.matcher(candidate.mail(evaluator, "code").path("text").asString());
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private static String serial(String page) {
    Matcher serial = SERIAL.matcher(page);
    assertThat(serial.find()).as("a serial on the page").isTrue();
    return serial.group();
  }
}
