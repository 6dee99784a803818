package org.sonocert.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.Authenticator;

/** How people prove who they are, and how an administrator lets them, as they see it. */
class PeopleJourneyIT extends JourneyOnPages {
  @Test
  void aCandidateSignsInByTwoStepsAndComesBackWithoutTheDevice() {
    String email = "candidate1@demo.example";
    Page page = browser.phone(jar.base());
    signIn(page, email);
    page.navigate("/account");
    browser.look(page, "account-phone");
    page.navigate("/account/two-step");
    browser.look(page, "two-step-phone");
    var authenticator = new Authenticator(page.locator("main code").textContent());
    giveCode(page, authenticator.code(Instant.now(), 0));
    page.waitForURL("**/account/two-step/codes");
    browser.look(page, "recovery-codes-phone");
    List<String> codes = page.locator("main ol code").allTextContents();
    assertThat(codes).hasSize(10);

    Page laptop = browser.laptop(jar.base());
    signIn(laptop, email);
    laptop.waitForURL("**/login/code");
    browser.look(laptop, "second-step");
    giveCode(laptop, authenticator.code(Instant.now(), 1));
    laptop.waitForURL("**/me");
    laptop.navigate("/account");
    browser.look(laptop, "account");
    laptop.locator("form[action$='/sessions/end'] button").first().click();
    page.navigate("/me");
    assertThat(page.url()).endsWith("/login");

    Page borrowed = browser.laptop(jar.base());
    signIn(borrowed, email);
    giveCode(borrowed, codes.get(4));
    borrowed.waitForURL("**/me");
    borrowed.navigate("/account");
    assertThat(borrowed.locator("main").textContent()).contains("9 recovery codes are left");
    browser.assertQuiet();
  }

  @Test
  void anAdministratorInvitesSomebodyWhoChoosesAPassword() {
    Page admin = browser.laptop(jar.base());
    signIn(admin, "admin1@demo.example");
    admin.navigate("/admin/people");
    browser.look(admin, "people");
    admin.locator("main a[href$='/invite']").click();
    admin.locator("#givenName").fill("Ottilie");
    admin.locator("#familyName").fill("Brandvold");
    admin.locator("#email").fill("ottilie@clinic.example");
    admin.locator("input[value=reviewer]").check();
    admin.locator("#reason").fill("joins the reviewers in the spring");
    browser.look(admin, "invite");
    admin.locator("main form button[type=submit]").click();
    admin.getByText("The invitation is on its way").waitFor();

    Page guest = browser.phone(jar.base());
    String link =
        new CandidateOnPages(guest, jar.base())
            .mail("ottilie@clinic.example", "/invitation/")
            .path("links")
            .path(0)
            .asString()
            .replaceAll("^https?://[^/]+", jar.base());
    guest.navigate(link);
    browser.look(guest, "invitation-phone");
    guest.locator("#password").fill("four loud storks at dawn");
    guest.locator("main form button[type=submit]").click();
    guest.waitForURL("**/login?invited");

    admin.navigate("/admin/people?find=brandv");
    admin.locator("main table a").click();
    browser.look(admin, "person");
    admin.locator("#disable-reason").fill("left before the spring after all");
    admin.locator("form[action$='/disable'] button").click();
    admin.getByText("That is done").waitFor();
    assertThat(admin.locator("main").textContent()).contains("Account disabled");
    browser.assertQuiet();
  }

  private static void giveCode(Page page, String code) {
    page.locator("#code").fill(code);
    page.locator("main form:has(#code) button[type=submit]").click();
  }
}
