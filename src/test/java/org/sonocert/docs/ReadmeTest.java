package org.sonocert.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonocert.identity.Routes;
import org.springframework.mock.env.MockEnvironment;

/** Nothing stands in the documents that is not there. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)[^)]*\\)");
  private static final Pattern FILE =
      Pattern.compile("`((?!target/|data/|keys/|\\./)[A-Za-z.][\\w.-]*/[\\w./-]*)`");
  private static final Pattern ADDRESS = Pattern.compile("`(?:(?:GET|POST) )?(/[\\w./{}-]*)`");
  private static final Pattern SETTING =
      Pattern.compile("`((?:SONOCERT|SPRING|SERVER|MANAGEMENT)_[A-Z_]+)`");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

  static Stream<Path> documents() {
    return Stream.concat(
        Stream.of(README, Path.of("CHANGELOG.md")), Sources.files("docs", ".md").stream());
  }

  @Test
  void theReadmeIsShort() {
    assertThat(Sources.text(README).lines().count()).isLessThanOrEqualTo(150);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsToAFile(Path document) {
    Set<String> links = Sources.quoted(Sources.text(document), LINK);
    Path folder = document.toAbsolutePath().getParent();
    assertThat(links).allMatch(link -> Files.exists(folder.resolve(link)), "leads to a file");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyFileThatIsNamedIsThere(Path document) {
    assertThat(Sources.quoted(Sources.text(document), FILE))
        .allMatch(file -> Files.exists(Path.of(file)), "is there");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyAddressThatIsNamedIsAPageWithARoute(Path document) {
    Routes routes = routes();
    List<String> pages =
        Sources.addresses().stream().map(p -> p.replaceAll("\\{[^/]*}", "[^/]+")).toList();
    assertThat(Sources.quoted(Sources.text(document), ADDRESS))
        .allMatch(
            address -> {
              String visited = address.replaceAll("[{}]", "");
              return routes.of("GET", visited).isPresent()
                  && pages.stream().anyMatch(visited::matches);
            },
            "is a page and has a row in the route table");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everySettingThatIsNamedIsRead(Path document) {
    String read = Sources.settings();
    assertThat(Sources.quoted(Sources.text(document), SETTING))
        .allMatch(name -> Sources.spellings(name).matcher(read).find(), "is read somewhere");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyTestThatIsNamedIsThere(Path document) {
    List<String> tests =
        Sources.files("src/test/java", ".java").stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .toList();
    assertThat(Sources.quoted(Sources.text(document), TEST)).isSubsetOf(tests);
  }

  @Test
  void thePicturesCarryTheLabelsOfTheDiagrams() {
    for (Path diagram : Sources.files("bpmn", ".bpmn")) {
      Path picture =
          Path.of("docs/pictures", diagram.getFileName().toString().replace(".bpmn", ".svg"));
      assertThat(Sources.drawnWords(Sources.text(picture)))
          .as("%s, drawn anew by render-diagrams.mjs", picture)
          .isEqualTo(Sources.labelWords(Sources.text(diagram)));
    }
  }

  @Test
  void whatIsNotThereIsNoticed() {
    assertThat(Sources.quoted("see [x](no/such.md) and `no/such`", LINK)).contains("no/such.md");
    assertThat(Sources.quoted("see `no/such` and `/no/page`", FILE)).containsExactly("no/such");
    assertThat(Sources.addresses()).contains("/demo/clock/advance", "/catalogue/{code}", "/me");
    assertThat(routes().of("GET", "/no/page")).isEmpty();
    assertThat(Sources.spellings("SONOCERT_NO_SUCH").matcher(Sources.settings()).find()).isFalse();
  }

  private static Routes routes() {
    MockEnvironment demo = new MockEnvironment();
    demo.setActiveProfiles("demo");
    return new Routes(demo);
  }
}
