package org.sonocert.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule refuses the file that breaks it, and only that rule does. */
class CaptionsTest {
  private static final Duration MEDIA = Duration.ofSeconds(20);
  private static final String GOOD =
      """
      WEBVTT made by hand

      NOTE the first lines

      1
      00:01.000 --> 00:04.000
      <v Narrator>A man comes &amp; sits
      down.

      00:00:04.000 --> 00:00:06.500 align:start
      He waits.
      """;

  @Test
  void goodCaptionsHaveNoFindings() {
    assertThat(Captions.check(GOOD, MEDIA)).isEmpty();
    assertThat(Captions.check(("\uFEFF" + GOOD).replace("\n", "\r\n"), MEDIA)).isEmpty();
    assertThat(Captions.check(GOOD.getBytes(StandardCharsets.UTF_8), MEDIA)).isEmpty();
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() {
    byte[] latin = GOOD.replace("waits", "wähnt").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(rules(Captions.check(latin, MEDIA))).containsExactly("captions-encoding");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("captions-header", 1, GOOD.replace("WEBVTT", "WEBVT")),
        Arguments.of("captions-header", 2, "WEBVTT\n00:01.000 --> 00:02.000\nA man"),
        Arguments.of("captions-empty", 1, "WEBVTT\n"),
        Arguments.of("captions-style", 3, GOOD.replace("NOTE the", "STYLE\nthe")),
        Arguments.of("captions-timing", 6, GOOD.replace("00:01.000", "00:01,000")),
        Arguments.of("captions-timing", 6, GOOD.replace("00:01.000 -->", "00:01.000 ->")),
        Arguments.of("captions-timing", 6, GOOD.replace("00:01.000", "00:61.000")),
        Arguments.of("captions-timing", 11, GOOD.replace("00:00:04.000 --> 00:00:06.500 ", "")),
        Arguments.of("captions-arrow", 6, GOOD.replace("down.\n", "down.")),
        Arguments.of("captions-end", 6, GOOD.replace("00:04.000\n", "00:01.000\n")),
        Arguments.of("captions-order", 10, GOOD.replace("00:00:04.000", "00:00:00.900")),
        Arguments.of("captions-overlap", 10, GOOD.replace("00:00:04.000", "00:00:03.999")),
        Arguments.of("captions-beyond", 10, GOOD.replace("00:00:06.500", "00:00:20.001")),
        Arguments.of("captions-blank", 10, GOOD.replace("He waits.", "<i></i>")),
        Arguments.of("captions-speed", 6, GOOD.replace("00:04.000\n", "00:01.900\n")));
  }

  @ParameterizedTest
  @MethodSource
  void broken(String rule, int line, String text) {
    List<Captions.Finding> findings = Captions.check(text, MEDIA);
    assertThat(findings).extracting(Captions.Finding::rule).containsExactly(rule);
    assertThat(findings.get(0).line()).isEqualTo(line);
  }

  private static List<String> rules(List<Captions.Finding> findings) {
    return findings.stream().map(Captions.Finding::rule).toList();
  }
}
