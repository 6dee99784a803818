package org.sonocert.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonocert.core.BaseUrl;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.mock.env.MockEnvironment;

class MailTemplatesTest {
  private static final Pattern NAMES = Pattern.compile("\\$\\{(\\w+)}");
  private static final Instant DATE = Instant.parse("2027-01-01T00:00:00Z");

  private final Rendering rendering =
      new Rendering(
          new BaseUrl(
              new MockEnvironment().withProperty("sonocert.base-url", "https://cert.example/")));

  static Stream<String> kinds() throws IOException {
    return new MailKinds().names().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindIsWrittenInBothLanguagesAsTextAndHtml(String kind) throws IOException {
    for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("es"))) {
      String suffix = language.getLanguage().equals("es") ? "_es" : "";
      String source = source(kind + suffix + ".txt") + source(kind + suffix + ".html");
      Map<String, String> model = new HashMap<>();
      NAMES.matcher(source).results().forEach(m -> model.put(m.group(1), "«" + m.group(1) + "»"));
      model.computeIfPresent("link", (name, value) -> "/path/of-the-link");
      Letter letter = rendering.letter(claimed(kind, language, model), DATE);
      assertThat(letter.subject()).isNotBlank().doesNotContain("[(", "${");
      assertThat(letter.text()).doesNotContain("[(", "${", "null").doesNotStartWith("Subject");
      assertThat(letter.html())
          .contains("lang=\"" + language.getLanguage())
          .doesNotContain(" th:", "${");
      if (model.containsKey("link")) {
        assertThat(letter.text()).contains("https://cert.example/path/of-the-link");
        assertThat(letter.html()).contains("href=\"https://cert.example/path/of-the-link\"");
      }
    }
  }

  @Test
  void everyTemplateHasARule() throws IOException {
    var files =
        new PathMatchingResourcePatternResolver().getResources("classpath:templates/mail/*.txt");
    List<String> found = new ArrayList<>();
    for (var file : files) {
      found.add(String.valueOf(file.getFilename()).replaceFirst("(_es)?\\.txt$", ""));
    }
    assertThat(new MailKinds().names()).containsAll(found);
  }

  @Test
  void aValueCannotAddLinesOrMarkup() {
    String hostile = "Ana\r\nBcc: all@example.org\n<script>alert(1)</script>";
    Letter letter =
        rendering.letter(
            claimed("confirm-address", Locale.ENGLISH, Map.of("name", hostile, "link", "/x")),
            DATE);
    assertThat(letter.text()).contains("Hello Ana Bcc: all@example.org <script>");
    assertThat(letter.html()).doesNotContain("<script>");
    assertThat(letter.subject()).doesNotContain("\n", "\r");
  }

  private static ClaimedMail claimed(String kind, Locale locale, Map<String, String> model) {
    return new ClaimedMail(
        UUID.randomUUID(), kind, "ana@example.org", locale, model, "<x@y>", 1, 1, DATE);
  }

  private static String source(String name) throws IOException {
    return new ClassPathResource("templates/mail/" + name)
        .getContentAsString(StandardCharsets.UTF_8);
  }
}
