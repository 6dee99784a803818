package org.sonocert.look;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sonocert.look.Visit.Person;
import org.sonocert.testing.Chromium;
import org.sonocert.testing.RealParts;

/**
 * Looks at pages through one Chromium, each person with a profile of their own, and notes all that
 * is wrong: what axe-core finds, what the browser's console says, what was not loaded.
 */
final class Eye implements AutoCloseable {
  private final Chromium chromium = new Chromium();
  private final Map<Person, Page> pages = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private final String base;
  private String now = "";
  private int status;

  Eye(String base) {
    this.base = base;
  }

  /** All that was wrong so far. */
  List<String> complaints() {
    return complaints;
  }

  void complain(String what) {
    complaints.add(now + ": " + what);
  }

  /** Opens the page of a visit as it stands in a language on a screen. */
  Page open(Visit visit, Screen screen, String language) {
    Page page = pages.computeIfAbsent(visit.who(), this::begin);
    now = visit.name() + " as " + visit.who().role() + " (" + screen + ", " + language + ")";
    page.context().addCookies(List.of(new Cookie("language", language).setUrl(base)));
    page.setViewportSize(screen.width(), screen.height());
    light(page, false);
    visit.coming().accept(page);
    confirm(visit, page);
    Islands.await(page);
    if (status != visit.status()) {
      complain("answers " + status);
    }
    String path = URI.create(page.url()).getPath();
    if (!visit.pattern().isEmpty()
        && !path.matches(visit.pattern().replaceAll("\\{\\w+}", "[^/]+"))) {
      complain("led to " + path);
    }
    return page;
  }

  /** Sets the light in which the page is seen from now on. */
  void light(Page page, boolean dark) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  /** Whoever proved who they are too long ago for this page proves it again. */
  private static void confirm(Visit visit, Page page) {
    if (page.url().contains("/account/confirm") && !visit.pattern().equals("/account/confirm")) {
      page.locator("main input[type=password]").fill(RealParts.PASSWORD);
      page.locator("main form button[type=submit]").first().click();
      page.waitForURL(url -> !url.contains("/account/confirm"));
    }
  }

  private Page begin(Person who) {
    BrowserContext context =
        chromium.profile(new NewContextOptions().setBaseURL(base).setLocale("en-GB"));
    context.addInitScript(Chromium.axe());
    Page page = context.newPage();
    page.onConsoleMessage(this::heard);
    page.onPageError(error -> complain("script error " + error));
    page.onRequestFailed(this::failed);
    page.onResponse(answer -> answered(page, answer));
    page.onDialog(
        dialog -> {
          complain("a dialog says " + dialog.message());
          dialog.dismiss();
        });
    if (who.email() != null) {
      signIn(page, who.email());
    }
    return page;
  }

  private static void signIn(Page page, String email) {
    page.navigate("/login");
    page.locator("#email").fill(email);
    page.locator("#password").fill(RealParts.PASSWORD);
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL(url -> !url.contains("/login"));
  }

  private void heard(ConsoleMessage message) {
    boolean ofTheAnswer = message.text().startsWith("Failed to load resource");
    if (List.of("error", "warning").contains(message.type()) && !ofTheAnswer) {
      complain("console: " + message.text());
    }
  }

  /** Media that are let go because the visit is over are no failure. */
  private void failed(Request request) {
    if (!"net::ERR_ABORTED".equals(request.failure())) {
      complain(request.url() + " failed: " + request.failure());
    }
  }

  private void answered(Page page, Response answer) {
    if (answer.request().isNavigationRequest() && answer.frame() == page.mainFrame()) {
      status = answer.status();
    } else if (answer.status() >= 400) {
      complain(answer.url() + " answers " + answer.status());
    }
  }

  @Override
  public void close() {
    chromium.close();
  }

  /** A screen in CSS pixels. */
  enum Screen {
    LAPTOP(1366, 800),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }

    int width() {
      return width;
    }

    int height() {
      return height;
    }
  }
}
