package org.sonocert.journeys;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.sonocert.testing.Jar;
import org.sonocert.testing.RealParts;

/** The built jar on an empty data folder and one browser, for the journeys of one class. */
abstract class JourneyOnPages {
  static Jar jar;
  static Browser browser;

  @BeforeAll
  static void start() {
    jar = Jar.fresh().start();
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    jar.close();
  }

  /** A demo candidate at a laptop, signed in. */
  static CandidateOnPages candidate(String email) {
    return new CandidateOnPages(browser.laptop(jar.base()), jar.base()).signIn(email);
  }

  /** Gives address and password; where that leads is the page's to say. */
  static void signIn(Page page, String email) {
    page.navigate("/login");
    page.locator("#email").fill(email);
    page.locator("#password").fill(RealParts.PASSWORD);
    page.locator("main form button[type=submit]").first().click();
  }

  /** One of the programme's people at a laptop, signed in. */
  static Page staff(String email) {
    Page page = browser.laptop(jar.base());
    signIn(page, email);
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  /** Moves the demo's clock, for everybody. */
  static void advance(Page page, String days) {
    page.navigate("/demo/clock");
    page.locator("#days").fill(days);
    page.locator("main form button[type=submit]").click();
    page.getByText("What happened").waitFor();
  }

  /** Claims the first task of that name and opens its form. */
  static TaskFormOnPage claim(Page manager, String task) {
    manager.navigate("/tasks");
    manager.locator("ul.tasks a:has-text('" + task + "')").first().click();
    manager.locator("form[action$='/claim'] button").click();
    return TaskFormOnPage.on(manager);
  }
}
