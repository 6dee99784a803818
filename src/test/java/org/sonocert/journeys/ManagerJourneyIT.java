package org.sonocert.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What two managers do about one enrolment, and how a candidate gives one up, as people see it. */
class ManagerJourneyIT extends JourneyOnPages {
  @Test
  void aManagerAsksForDaysAndOnlyASecondOneCanGiveThem() {
    CandidateOnPages candidate = candidate("candidate1@demo.example");
    candidate.applyFor("LNG").fillInApplication("IE-30003").pay();
    candidate.nameEvaluators("ada@ward.example", "ole@course.example");
    Page first = staff("manager1@demo.example");
    first.navigate("/programme?within=0");
    browser.look(first, "board");
    first.locator("table.list a[href$='/exception']").first().click();
    first.locator("#days").fill("7");
    first.locator("#reason").fill("The ward was closed after a flood.");
    browser.look(first, "exception-asked");
    first.locator("main form.stack button[type=submit]").click();
    first.waitForURL("**/programme/enrolments/*");
    browser.look(first, "enrolment-for-managers");

    decide(first);
    assertThat(first.locator("main").textContent()).contains("another manager has to decide");
    first.locator("form[action$='/release'] button").click();
    Page second = staff("manager2@demo.example");
    decide(second);
    second.waitForURL("**/tasks");

    candidate.waitFor("Days added to your window");
    assertThat(candidate.page().locator("main").textContent()).contains("7 days", "granted");
    assertThat(candidate.page().locator("svg rect.given").count()).isPositive();
    browser.look(candidate.page(), "days-added");
    second.navigate("/programme/year");
    second.locator(".chart canvas").waitFor();
    browser.look(second, "year");
    browser.assertQuiet();
  }

  @Test
  void aCandidateWhoHasStartedWithdrawsThroughHelp() {
    CandidateOnPages candidate = candidate("candidate2@demo.example");
    candidate.applyFor("AAA").fillInApplication("IE-40004").pay().prepareToSit();
    Page page = candidate.page();
    page.navigate("/sit/" + candidate.enrolment());
    page.locator("form[data-start] button[type=submit]").click();
    page.locator("[data-player]").waitFor();

    page.navigate("/me/" + candidate.enrolment() + "/help");
    page.locator("#kind").selectOption("withdrawal");
    page.locator("#text").fill("I change my profession.");
    page.locator("main form.stack button[type=submit]").click();
    page.waitForURL("**/withdrawal");
    assertThat(page.locator("#note").inputValue()).isEqualTo("I change my profession.");
    browser.look(page, "withdrawal");
    page.locator("input[name=certain]").check();
    page.locator("main form.stack button[type=submit]").click();
    candidate.waitFor("This enrolment ended because you withdrew");
    browser.look(page, "withdrawn");
    browser.assertQuiet();
  }

  private static void decide(Page manager) {
    claim(manager, "Decide the exception")
        .choose("exceptionGranted", "yes")
        .type("exceptionReason", "The flood is in the news.")
        .send();
    browser.look(manager, "exception-decided");
  }
}
