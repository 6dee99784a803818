package org.sonocert.look;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;
import org.sonocert.look.Eye.Screen;

/**
 * Pictures of the pages for people, made only when a folder for them is named with {@code
 * -Dsonocert.pictures}: they hold dates and would differ with each build.
 */
final class Pictures {
  private Pictures() {}

  static boolean wanted() {
    return System.getProperty("sonocert.pictures") != null;
  }

  static void take(Page page, Visit visit, Screen screen) {
    if (wanted()) {
      String name = visit.name() + "-" + screen.name().toLowerCase(Locale.ROOT) + ".png";
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(System.getProperty("sonocert.pictures"), name)));
    }
  }
}
