package org.sonocert.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Renders the shared layout and its parts with samples, into {@code target/preview} for the eye.
 */
class PreviewTest {
  private static final Path SHOWN = Path.of("target", "preview");

  private final Pages pages = new Pages();

  @ParameterizedTest
  @ValueSource(strings = {"certification", "task", "task-refused", "lists"})
  void everyPartRendersInBothLanguages(String name) throws IOException {
    for (Locale language : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("es")}) {
      String page = pages.render("preview/" + name, Samples.of(name), language);
      show(name + (language.getLanguage().equals("es") ? "-es" : ""), page);
      assertThat(page)
          .contains("<main", "id=\"content\"", "class=\"skip\"")
          .doesNotContain("th:", "??", " style=", "onclick=");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"403", "404", "4xx", "5xx", "503"})
  void anErrorSaysWhatHappenedWhatWasKeptAndWhatToDo(String status) throws IOException {
    String page = pages.render("error/" + status, Map.of("reference", "R-7F3K"), Locale.ENGLISH);
    show("error-" + status, page);
    assertThat(page).contains("What happened", "What was kept", "What to do", "R-7F3K");
  }

  @Test
  void aRefusalTellsItsReason() throws IOException {
    String page = pages.render("error/refused", Samples.of("refused"), Locale.ENGLISH);
    show("refused", page);
    assertThat(page).contains("The window ended on 14 May 2027 16:20 UTC.", "R-7F3K");
  }

  @Test
  void whatAPersonTypedNeverBecomesMarkup() {
    String page = pages.render("preview/task-refused", Samples.of("task-refused"), Locale.ENGLISH);
    assertThat(page).contains("&lt;b&gt;Ana&lt;/b&gt;").doesNotContain("<b>Ana</b>");
    assertThat(page).contains("\\u003c/script>").doesNotContain("x</script>");
  }

  private static void show(String name, String page) throws IOException {
    Files.createDirectories(SHOWN);
    Files.writeString(SHOWN.resolve(name + ".html"), page);
  }
}
