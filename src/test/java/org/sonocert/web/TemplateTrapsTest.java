package org.sonocert.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a template looks like that does something else than it says. */
class TemplateTrapsTest {
  private static final Pattern TRAP =
      Pattern.compile(
          "<[^>]*th:(?:if|unless|each|case)=\"[^\"]*\"[^>]*th:replace=|<[^>]*th:replace=\"[^\"]*\"[^>]*th:(?:if|unless|each|case)=");

  static boolean trapped(String line) {
    return TRAP.matcher(line).find();
  }

  @Test
  void noElementHasBothAConditionAndAReplacement() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
      List<String> found =
          files
              .filter(p -> p.toString().endsWith(".html"))
              .flatMap(TemplateTrapsTest::lines)
              .filter(TemplateTrapsTest::trapped)
              .toList();
      assertThat(found).isEmpty();
    }
  }

  /** The jar plugin leaves such a file out, so that only the built product lacks the page. */
  @Test
  void noTemplateHasTheNameThatTheJarLeavesOut() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      assertThat(files.map(p -> p.getFileName().toString())).doesNotContain("package.html");
    }
  }

  @Test
  void theTrapIsRecognised() {
    assertThat(trapped("<li th:if=\"${x}\" th:replace=\"~{a :: b}\"></li>")).isTrue();
    assertThat(trapped("<th:block th:if=\"${x}\"><li th:replace=\"~{a :: b}\"></li></th:block>"))
        .isFalse();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
