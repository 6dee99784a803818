package org.sonocert.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sonocert.testing.Chromium;

/**
 * A real Chromium. Watches every page for content-security violations and script errors, and lets
 * axe-core read every page that a journey stops at.
 */
final class Browser implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "pictures");

  private final Chromium chromium = new Chromium();
  private final List<String> complaints = new ArrayList<>();

  /** A person at a laptop. */
  Page laptop(String base) {
    return page(base, 1280, 800, false);
  }

  /** A person with a phone. */
  Page phone(String base) {
    return page(base, 390, 844, true);
  }

  private Page page(String base, int width, int height, boolean touch) {
    BrowserContext context =
        chromium.profile(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setLocale("en-GB"));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": script error " + error));
    return page;
  }

  /** Nothing serious for people who cannot see or point; a picture for people who can. */
  void look(Page page, String name) {
    try {
      Files.createDirectories(PICTURES);
      page.screenshot(
          new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
      page.evaluate(Files.readString(Chromium.axe()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Object found =
        page.evaluate(
            """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))
            """);
    assertThat((List<?>) found).as("accessibility of " + name + " at " + page.url()).isEmpty();
  }

  /** No page broke its content-security policy or its own script. */
  void assertQuiet() {
    assertThat(complaints).isEmpty();
  }

  @Override
  public void close() {
    chromium.close();
  }
}
