package org.sonocert.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;

/** What may happen around a certificate, as people see it; the clock only goes forward. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AroundJourneyIT extends JourneyOnPages {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  @Test
  @Order(1)
  void somebodyWithAPhoneSignsUpAppliesAndAnswersTheFirstTaskInSpanish() {
    Page phone = browser.phone(jar.base());
    phone.navigate("/signup");
    phone.locator("a[hreflang=es]").click();
    phone.locator("#givenName").fill("Íñigo");
    phone.locator("#familyName").fill("Etxebarría Güell");
    phone.locator("#email").fill("inigo@clinica.example");
    phone.locator("#password").fill(RealParts.PASSWORD);
    phone.locator("#rules").check();
    inSpanish(phone, "es-sign-up");
    phone.locator("main form button[type=submit]").click();
    CandidateOnPages candidate = new CandidateOnPages(phone, jar.base());
    var mail = candidate.mail("inigo@clinica.example", "/confirm/");
    assertThat(mail.path("text").asString()).contains("contraseña");
    phone.navigate(mail.path("links").path(0).asString().replaceAll("^https?://[^/]+", jar.base()));
    inSpanish(phone, "es-confirm");
    phone.locator("#password").fill(RealParts.PASSWORD);
    phone.locator("main form button[type=submit]").first().click();
    candidate.signIn("inigo@clinica.example");
    inSpanish(phone, "es-my-certifications");
    candidate.applyFor("LNG");
    assertThat(phone.locator("main .status").textContent()).contains("Le toca a usted");
    inSpanish(phone, "es-application");
    candidate
        .open("Describe your practice")
        .pick("profession", "Physician")
        .type("licenceNumber", "ES-50005")
        .pick("licenceCountry", "Spain")
        .choose("goodStanding", "yes")
        .choose("practising", "yes");
    inSpanish(phone, "es-task");
    phone.locator("form.task button[type=submit]").click();
    phone.waitForURL("**/me/" + candidate.enrolment());
    assertThat(phone.locator("main .status").textContent()).contains("Le toca a usted");
    browser.assertQuiet();
  }

  @Test
  @Order(2)
  void oneCodeOpensOneWaitsForTheWaiverAndIsGivenBack() {
    Page manager = staff("manager1@demo.example");
    String lung = pack(manager, "LNG");
    String lungPage = manager.url();
    String aorta = pack(manager, "AAA");
    CandidateOnPages candidate = candidate("candidate1@demo.example");
    candidate.applyFor("AAA").fillInApplication("IE-60006");
    candidate.confirmPrice();
    candidate.applyFor("LNG").describePractice("IE-60006").askForWaiver();
    Page page = candidate.page();
    page.navigate("/me/codes");
    page.locator("#codes").fill(lung + "\n" + aorta);
    page.locator("main form:has(#codes) button[type=submit]").click();
    assertThat(page.locator("#answers + ul").textContent()).contains("used", "reserved");
    browser.look(page, "codes-answered");

    candidate.waitFor("is reserved for this application");
    page.locator("form[action$='/code/release'] button").click();
    assertThat(page.locator("main").textContent()).contains("Did somebody else pay for you?");
    manager.navigate(lungPage);
    assertThat(manager.locator("main table").textContent()).doesNotContain("reserved");

    claim(manager, "Check the waiver")
        .choose("waiverGranted", "yes")
        .type("waiverReason", "The examination is recent enough.")
        .send();
    candidate.waitFor("Attest your cases");
    browser.look(page, "waiver-granted");
    browser.assertQuiet();
  }

  @Test
  @Order(3)
  void anAccommodationIsAskedForByTheCandidateAndMovesTheWindowOnceItIsGranted() {
    CandidateOnPages candidate = candidate("candidate2@demo.example");
    candidate.applyFor("AAA").fillInApplication("IE-70007").pay();
    Page page = candidate.page();
    page.navigate("/me/" + candidate.enrolment() + "/accommodation");
    page.locator("#reason").fill("I read with a magnifier and need more time.");
    page.locator("#days").fill("14");
    browser.look(page, "accommodation-asked");
    page.locator("main form.stack button[type=submit]").click();
    claim(staff("manager2@demo.example"), "Decide the exception")
        .choose("exceptionGranted", "yes")
        .type("exceptionReason", "The need is plain.")
        .send();
    candidate.waitFor("104 days left");
    candidate.waitFor("Days added to your window");
    browser.assertQuiet();
  }

  @Test
  @Order(4)
  void whoPaysAfterThePriceRanOutIsNotChargedAndConfirmsThePriceOfToday() {
    CandidateOnPages candidate = candidate("candidate2@demo.example");
    candidate.applyFor("LNG").fillInApplication("IE-70007").confirmPrice();
    Page page = candidate.page();
    page.navigate("/pay/" + candidate.enrolment());
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL("**/demo-card");
    advance(browser.laptop(jar.base()), "1");
    page.locator("#cardNumber").fill("4000 0000 0000 0077");
    page.locator("main form button[type=submit]").first().click();
    candidate.waitFor("Confirm price again");
    assertThat(page.locator("main").textContent())
        .contains("ran out before it was paid")
        .doesNotContain("What you bought");
    browser.look(page, "price-ran-out");
    candidate.payAgain();
    candidate.waitFor("What you bought");
    browser.assertQuiet();
  }

  @Test
  @Order(5)
  void whoWasUnsuccessfulMayNotApplyAfter29DaysReadsTheDayAndMayAfter30() {
    Walk tove = new Walk(jar.base(), "Tove").signUp().signIn().apply("LNG");
    tove.fillInApplication().pay().prepareToSit().startSitting().sit(Map.of());
    tove.untilPageSays("This enrolment ended without an award");
    CandidateOnPages candidate = candidate(tove.email());
    Page page = candidate.page();
    page.navigate("/me/" + tove.enrolment());
    String from = page.locator("main .status time").last().getAttribute("datetime");
    browser.look(page, "unsuccessful");
    Page clock = browser.laptop(jar.base());
    advance(clock, "29");
    page.navigate("/apply/LNG");
    page.locator("form[action*='/apply/'] button").first().click();
    assertThat(page.locator("main").textContent()).contains(DAY.format(Instant.parse(from)));
    browser.look(page, "too-early");
    advance(clock, "1");
    candidate.applyFor("LNG");
    assertThat(page.locator("main .status").textContent()).contains("Describe your practice");
    browser.assertQuiet();
  }

  private static String pack(Page manager, String product) {
    manager.navigate("/programme/codes");
    manager.locator("#product").selectOption(product);
    manager.locator("#codes").fill("3");
    manager
        .locator("#validUntil")
        .fill(
            DateTimeFormatter.ISO_DATE.format(
                java.time.LocalDate.now(ZoneOffset.UTC).plusDays(200)));
    manager.locator("#payerName").fill("Ashgrove Teaching Hospitals");
    manager.locator("#payerEmail").fill("education@ashgrove.example");
    manager.locator("#price").fill("135.00");
    manager.locator("main form.stack button[type=submit]").click();
    manager.waitForURL("**/programme/codes/*");
    return manager.locator("main table code").first().textContent();
  }

  private static void inSpanish(Page page, String name) {
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("es");
    browser.look(page, name);
  }
}
