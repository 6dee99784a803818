package org.sonocert.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sonocert.guide.PeopleBehind.About;
import org.sonocert.guide.PeopleBehind.Author;
import org.sonocert.guide.PeopleBehind.CaseFile;
import org.sonocert.guide.SelfCheck.Option;
import org.sonocert.guide.SelfCheck.Question;

class DataFilesTest {
  private static final Said SAID = new Said("one", "uno");

  @Test
  void noQuestionOfTheSelfCheckStandsInACase() throws IOException {
    List<Question> questions = new SelfCheck().questions();
    assertThat(questions).hasSizeGreaterThanOrEqualTo(6);
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/content/cases"))) {
      for (Path file : files.filter(f -> f.endsWith("case.yaml")).toList()) {
        Set<String> asked = words(Files.readString(file));
        for (Question one : questions) {
          assertThat(asked).doesNotContainAnyElementsOf(words(one.stem().en()));
        }
      }
    }
  }

  @Test
  void theSharedWordsWouldBeNoticed() {
    assertThat(words("a b c d e f g h")).contains("a b c d e f g", "b c d e f g h");
  }

  @Test
  void aQuestionWithTwoCorrectOptionsOrNoneIsRefused() {
    Option right = new Option("a", SAID, true);
    Option wrong = new Option("b", SAID, false);
    for (List<Option> options : List.of(List.of(right, right), List.of(wrong, wrong))) {
      assertThatThrownBy(() -> new SelfCheck(List.of(new Question("speed", SAID, options, SAID))))
          .hasMessageContaining("speed");
    }
  }

  @Test
  void somebodyIsListedOnceWithAllRolesAndAreas() {
    PeopleBehind people =
        new PeopleBehind(
            List.of(
                new CaseFile("LNG", List.of(new Author("Ana", "author"))),
                new CaseFile(
                    "AAA", List.of(new Author("Ana", "editor"), new Author("Bo", "narrator")))),
            new PeopleBehind.File(List.of(new About("Ana", SAID)), List.of()));

    assertThat(people.contributors())
        .containsExactly(
            new PeopleBehind.Contributor(
                "Ana", Set.of("author", "editor"), Set.of("AAA", "LNG"), SAID),
            new PeopleBehind.Contributor("Bo", Set.of("narrator"), Set.of("AAA"), null));
  }

  @Test
  void whoeverIsDescribedIsNamedInACase() {
    List<String> named =
        new PeopleBehind().contributors().stream().map(PeopleBehind.Contributor::name).toList();
    assertThat(DataFile.read("guide/people.yaml", PeopleBehind.File.class).people())
        .extracting(About::name)
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void aTextWithoutATranslationStopsTheStart() {
    assertThat(SAID.in(Locale.forLanguageTag("es-MX"))).isEqualTo("uno");
    assertThat(SAID.in(Locale.FRENCH)).isEqualTo("one");
    assertThatThrownBy(() -> DataFile.read("guide/untranslated.yaml", Library.Material.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("untranslated.yaml")
        .hasMessageContaining("Spanish");
  }

  /** Every run of seven words. */
  private static Set<String> words(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+");
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + 7 <= words.length; i++) {
      runs.add(String.join(" ", List.of(words).subList(i, i + 7)));
    }
    return runs;
  }
}
